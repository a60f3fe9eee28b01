/** What a list of cases can be put in order of. */
type CaseOrder = "asked" | "theme" | "name";

/** Which cases somebody wants to see, and in which order. */
export type CaseChoice = {
  status: "open" | "closed";
  /** Of this life event only. */
  theme: string | undefined;
  /** Only what I have taken. Whoever finished a question owes nothing there: closed ones are of the team. */
  mine: boolean;
  order: CaseOrder;
  descending: boolean;
  /** Life events in the order of their titles in the reader's language. */
  themes: readonly string[];
};

/** More than a team has open, and still one file that opens in a spreadsheet. */
export const exportMost = 5_000;

declare module "../../kernel/event.ts" {
  interface Events {
    /** Personal data left the system: how much, and chosen how. */
    "casework.listExported": {
      status: CaseChoice["status"];
      theme: string;
      mine: boolean;
      rows: number;
      /** The random references of the cases, for the processing log: it has a row for each resident. */
      subjects: string[];
    };
    "casework.searched": { by: "name" | "phone"; found: number; subjects: string[] };
  }
}
