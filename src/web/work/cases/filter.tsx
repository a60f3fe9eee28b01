import type { Context } from "hono";
import type { Language } from "../../../kernel/language.ts";
import type { CaseChoice } from "../../../modules/casework/index.ts";
import { listThemes } from "../../../modules/directory/index.ts";
import { withQuery, workPath } from "../../place.ts";
import type { Env } from "../../surroundings.ts";
import { Button } from "../../ui/button.tsx";
import type { Column } from "../../ui/data-table.tsx";
import { Field } from "../../ui/field.tsx";
import { Form } from "../../ui/form.tsx";
import type { CasesText } from "./nl.ts";

/** How the orders are called in an address. */
const orderNames = { asked: "gevraagd", theme: "onderwerp", name: "naam" } as const satisfies Record<
  CaseChoice["order"],
  string
>;
const orderOf = { gevraagd: "asked", onderwerp: "theme", naam: "name" } as const;
const isOrderName = (text: string): text is keyof typeof orderOf => Object.hasOwn(orderOf, text);

/** What is newest matters most; names and themes run from A to Z. */
const runsDown = (order: CaseChoice["order"]): boolean => order === "asked";

const themesByTitle = (language: Language) =>
  listThemes().toSorted((a, b) => a.text[language].title.localeCompare(b.text[language].title, language));

/** What somebody chose stands in the address, so that it can be kept and shared; what means nothing is left out. */
export function readChoice(c: Context<Env>): CaseChoice {
  const { language } = c.var;
  const status = c.req.query("stand") === "afgesloten" ? "closed" : "open";
  const named = c.req.query("volgorde") ?? "";
  const order = isOrderName(named) ? orderOf[named] : "asked";
  const direction = c.req.query("richting");
  const themes = themesByTitle(language).map((theme) => theme.slug);
  return {
    status,
    theme: themes.find((slug) => slug === c.req.query("onderwerp")),
    mine: status === "open" && c.req.query("van") === "mij",
    order,
    descending: direction === "af" || (direction !== "op" && runsDown(order)),
    themes,
  };
}

type Query = Record<string, string | undefined>;

/** The choice as it stands in an address; what is usual is left out. */
const queryOf = ({ status, theme, mine, order, descending }: CaseChoice): Query => ({
  stand: status === "closed" ? "afgesloten" : undefined,
  onderwerp: theme,
  van: mine ? "mij" : undefined,
  volgorde: order === "asked" ? undefined : orderNames[order],
  richting: descending === runsDown(order) ? undefined : descending ? "af" : "op",
});

export const choicePath = (c: Context<Env>, choice: CaseChoice, page = 1, path = "hulpvragen"): string =>
  withQuery(workPath(c.var.place, path), { ...queryOf(choice), pagina: page === 1 ? undefined : String(page) });

/** A click on a head puts the list in that order; another click turns it around. */
export function sortBy(c: Context<Env>, choice: CaseChoice, order: CaseChoice["order"]): Column<never>["sort"] {
  const isNow = choice.order === order;
  const descending = isNow ? !choice.descending : runsDown(order);
  return {
    href: choicePath(c, { ...choice, order, descending }),
    ...(isNow ? { now: choice.descending ? ("descending" as const) : ("ascending" as const) } : {}),
  };
}

export const isNarrowed = ({ theme, mine }: CaseChoice): boolean => theme !== undefined || mine;

type Props = { c: Context<Env>; choice: CaseChoice; text: CasesText };

/** Which of the open or closed ones: an ordinary form that ends in an address. */
export function CaseFilter({ c, choice, text }: Props) {
  const { language, place } = c.var;
  const { stand, volgorde, richting } = queryOf(choice);
  const shared = { language, type: "select" as const };
  return (
    <div class="rechtspoor-filter">
      <Form method="get" action={workPath(place, "hulpvragen")} hidden={{ stand, volgorde, richting }}>
        <Field
          {...shared}
          name="onderwerp"
          label={text.theme}
          value={choice.theme}
          options={[
            { value: "", label: text.allThemes },
            ...themesByTitle(language).map((theme) => ({ value: theme.slug, label: theme.text[language].title })),
          ]}
        />
        {choice.status === "open" && (
          <Field
            {...shared}
            name="van"
            label={text.whose}
            value={choice.mine ? "mij" : ""}
            options={[
              { value: "", label: text.wholeTeam },
              { value: "mij", label: text.mine },
            ]}
          />
        )}
        <Button look="secondary">{text.show}</Button>
      </Form>
    </div>
  );
}
