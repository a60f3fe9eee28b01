export const nl = {
  title: "Uitgaande post",
  lead: "De voorbeeldwereld verstuurt geen mail. Hier staat wat er verstuurd zou zijn, het nieuwste bovenaan.",
  empty: "Er is nog geen mail.",
  to: "Aan",
};
export type OutboxText = typeof nl;
