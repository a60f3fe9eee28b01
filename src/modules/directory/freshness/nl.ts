import { dayOf, sayDate } from "../../../kernel/day.ts";

export const nl = {
  check: (name: string, link: string, endsAt: Temporal.Instant) => ({
    subject: "Klopt dit nog op de routekaart?",
    text: [
      "Goedendag,",
      "",
      `Op de routekaart staat: ${name}. Mensen vinden u daarmee. Klopt alles nog?`,
      "",
      "Kijk het na met deze link. U hoeft niet in te loggen. Met één druk op de knop zegt u dat het klopt, of u vertelt wat er anders is:",
      "",
      link,
      "",
      `De link werkt tot ${sayDate(dayOf(endsAt), "nl")}. Zegt niemand dat het klopt, dan staat er na een jaar bij dat het niet is nagekeken.`,
    ].join("\n"),
  }),
  unanswered: (name: string, link: string) => ({
    subject: "Niemand zegt of dit nog klopt",
    text: [
      "Goedendag,",
      "",
      `Wij vroegen twee keer of dit nog klopt op de routekaart: ${name}. Er kwam geen antwoord. Bel de organisatie, of haal het weg:`,
      "",
      link,
    ].join("\n"),
  }),
  thanks: (name: string, outcome: "approved" | "declined") => ({
    subject: "Bedankt voor uw bericht over de routekaart",
    text: [
      "Goedendag,",
      "",
      `U schreef ons dat er iets niet klopt bij: ${name}. Dank u wel.`,
      outcome === "approved"
        ? "Wij hebben het aangepast."
        : "Wij hebben het nagekeken en niets aangepast. Klopt het volgens u echt niet? Schrijf ons dan nog eens.",
    ].join("\n"),
  }),
};
export type FreshnessText = typeof nl;
