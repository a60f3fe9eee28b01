export const nl = {
  title: "Oefenen",
  lead: "Verzonnen verhalen. Welke kanten ziet u? Niemand ziet wat u antwoordt, en wij bewaren het niet.",
  story: (at: number, of: number) => `Verhaal ${at} van ${of}`,
  question: "Wat kan hier spelen?",
  hint: "U mag meer aankruisen. Denk ook aan wat niet wordt gevraagd.",
  look: "Kijk na",
  missing: "Kruis aan wat u denkt. Twijfelt u, dan mag een gok.",
  seen: "Dit zag u goed",
  missed: "Dit speelt ook",
  notThere: "Dit staat er niet, al kunt u ernaar vragen",
  nothing: "Niets",
  why: "Waarom, en wat eerst",
  needs: "Wat iemand verder nodig heeft",
  computer: "Wat de computer in dit verhaal las",
  next: "Volgend verhaal",
  again: "Begin opnieuw",
};
export type PracticeText = typeof nl;
