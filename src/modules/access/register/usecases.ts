import type { Activity } from "./activity.ts";
import * as store from "./store.ts";

/** What is done with the data of residents: the same for everybody here, and read once. */
export const readRegister: () => Activity[] = (() => {
  const read: { activities?: Activity[] } = {};
  return () => {
    read.activities ??= store.readRegister();
    return read.activities;
  };
})();
