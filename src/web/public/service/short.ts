/** The end of an id, as somebody types it from paper: chance alone, and enough for the help of one municipality. */
export const shortOf = (id: string): string => id.slice(-8);

export const isShort = (typed: string): boolean => /^[0-9a-f]{8}$/.test(typed);
