export const nl = {
  title: "Leest dit makkelijk?",
  easy: "Ja. De zinnen zijn kort en er staan geen moeilijke woorden in die wij kennen.",
  how: "Wij tellen woorden in zinnen en zoeken ambtelijke en lange woorden. U beslist zelf.",
  hints: {
    longSentence: (words: number, said: string) => `Deze zin heeft ${words} woorden. Maak er twee van: "${said}"`,
    longAverage: (words: number) => `De zinnen zijn gemiddeld ${words} woorden lang. Korter leest beter.`,
    officialWord: (said: string, plain: string) => `"${said}": zeg liever ${plain}.`,
    informal: (said: string) => `"${said}": deze site zegt u.`,
    longWord: (said: string) => `"${said}" is een lang woord. Kan het in twee woorden?`,
  },
};

export type ReadingText = typeof nl;
