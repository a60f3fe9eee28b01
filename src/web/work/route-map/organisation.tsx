import type { Context, Handler } from "hono";
import { z } from "zod";
import {
  changeProfile,
  type OpenedProfile,
  openProfile,
  type ProfileContent,
  profileTexts,
  undoProfile,
  written,
} from "../../../modules/directory/index.ts";
import { parseForm, websiteOrNone } from "../../form.ts";
import { publicPath, workPath } from "../../place.ts";
import { thenSay } from "../../said.ts";
import type { Env } from "../../surroundings.ts";
import { Button, Buttons, LinkButton } from "../../ui/button.tsx";
import { Field } from "../../ui/field.tsx";
import { ErrorSummary, Form } from "../../ui/form.tsx";
import type { Refused } from "../../ui/refused.ts";
import { Lead, Small } from "../../ui/text.tsx";
import { sharedWords } from "../../words/words.ts";
import { navCounts, WorkFrame } from "../frame/frame.tsx";
import { ReadingCheck } from "../reading/check.tsx";
import { ReasonField } from "./begun.tsx";
import { Meanwhile } from "./meanwhile.tsx";
import { ProfileTextField } from "./organisation-fields.tsx";
import { RouteMapSaid } from "./page.tsx";
import { Revisions } from "./revisions.tsx";
import { texts } from "./texts.ts";
import { line } from "./typed-entry.ts";

const State = z.enum(["reviewed", "draft", "outdated"]).default("reviewed");
/** 0: nobody wrote anything yet. */
const Version = z.coerce.number().int().min(0);
const most = 1500;
/** Empty, or a number of so many digits, however it is spaced. */
const digits = (count: number, error: string) =>
  z
    .string()
    .transform((typed) => typed.replaceAll(/[\s.]/g, ""))
    .pipe(z.string().regex(new RegExp(`^(\\d{${count}})?$`), { error }));

/** Each text twice: in Dutch and in English, with how the English stands to the Dutch. */
const TypedProfile = z.object({
  does: line(most, "doesTooLong"),
  doesNot: line(most, "doesNotTooLong"),
  limits: line(most, "profileLimitsTooLong"),
  chain: line(most, "chainTooLong"),
  ...Object.fromEntries(profileTexts.map((name) => [`${name}-en`, line(most, "translationTooLong").default("")])),
  ...Object.fromEntries(profileTexts.map((name) => [`${name}-state`, State])),
  website: websiteOrNone("websiteWrong"),
  kvk: digits(8, "kvkWrong"),
  oin: digits(20, "oinWrong"),
  reason: line(500, "reasonTooLong").default(""),
  version: Version,
});

const opened = (c: Context<Env>): Promise<OpenedProfile | undefined> => {
  const id = z.uuid().safeParse(c.req.param("id"));
  return id.success ? openProfile(c.var.ctx, id.data) : Promise.resolve(undefined);
};

export const profilePage: Handler<Env> = async (c) => {
  const found = await opened(c);
  return found === undefined ? c.notFound() : showProfile(c, found, {});
};

export const profileForm: Handler<Env> = async (c) => {
  const { ctx, language } = c.var;
  const found = await opened(c);
  if (found === undefined) return c.notFound();
  const form = await parseForm(c, TypedProfile, texts[language].problems);
  if (!form.ok) return showProfile(c, found, { refused: form.refused });
  const { version, reason, website, kvk, oin } = form.value;
  const typed: Record<string, unknown> = form.value;
  const of = (name: string): string => String(typed[name] ?? "");
  const edit = (base: ProfileContent): ProfileContent => ({
    ...base,
    ...Object.fromEntries(
      profileTexts.map((name) => {
        const state = of(`${name}-state`);
        const values = { nl: of(name), en: of(`${name}-en`), state: state === "reviewed" ? "" : state };
        return [name, written(base[name], values)];
      }),
    ),
    website: website === "" ? null : website,
    kvk: kvk === "" ? null : kvk,
    oin: oin === "" ? null : oin,
  });
  const came = await changeProfile(ctx, found.profile.id, { version, reason, edit });
  if (came.kind === "gone") return c.notFound();
  if (came.kind === "meanwhile") return showProfile(c, found, { content: came.content, others: came });
  return thenSay(c, pathOf(c, found), { what: "routeMap", came: came.kind === "nothing" ? "nothing" : "saved" });
};

export const undoProfileForm: Handler<Env> = async (c) => {
  const { ctx, language } = c.var;
  const found = await opened(c);
  const form = await parseForm(c, z.object({ version: Version }), {});
  if (found === undefined || !form.ok) return c.notFound();
  const { version } = form.value;
  const came = await undoProfile(ctx, found.profile.id, { version, reason: texts[language].undoReason(version) });
  return came === "gone"
    ? c.notFound()
    : thenSay(c, pathOf(c, found), { what: "routeMap", came: came === "done" ? "undone" : "changedSince" });
};

const pathOf = (c: Context<Env>, { profile }: OpenedProfile): string =>
  workPath(c.var.place, `routekaart/organisaties/${profile.id}`);

type Shown = {
  refused?: Refused;
  /** What stands in the form, when that is not what is stored. */
  content?: ProfileContent;
  others?: Extract<Awaited<ReturnType<typeof changeProfile>>, { kind: "meanwhile" }>;
};

/** What an organisation tells of itself, and all that it told before. */
async function showProfile(c: Context<Env>, found: OpenedProfile, { refused, content, others }: Shown) {
  const { language, place } = c.var;
  const text = texts[language];
  const { profile, revisions } = found;
  const shown = content ?? profile.content;
  const title = text.aboutOrganisation(profile.name);
  const labels: Record<string, string> = text.profileLabels;
  const nameOf = (field: string): string => labels[field] ?? field;
  const isWrong = refused !== undefined || others !== undefined;
  const question = { language, refused };
  const version = String(others?.version ?? refused?.values.version ?? profile.version);
  const page = (
    <WorkFrame c={c} title={title} section="routeMap" counts={await navCounts(c)} refused={isWrong}>
      <ErrorSummary language={language} refused={refused} />
      {!isWrong && <RouteMapSaid c={c} />}
      {others !== undefined && <Meanwhile c={c} others={others} nameOf={nameOf} />}
      <h1>{title}</h1>
      <Lead>{text.organisationLead}</Lead>
      <p>
        {sharedWords[language].independence[profile.independence]}. <span lang="nl">{profile.reason.nl}</span>
      </p>
      <Small>{text.independenceSaid}</Small>
      <Buttons>
        <LinkButton look="secondary" tight href={publicPath(place, `organisatie/${profile.id}`)}>
          {text.seeOrganisation}
        </LinkButton>
      </Buttons>
      <Form action={pathOf(c, found)} hidden={{ version }}>
        <h2>{text.profileSections.texts}</h2>
        {profileTexts.map((name) => (
          <ProfileTextField c={c} name={name} words={shown[name]} refused={refused} />
        ))}
        <h2>{text.profileSections.numbers}</h2>
        <Field
          {...question}
          name="website"
          type="url"
          optional
          label={text.profileLabels.website}
          value={shown.website ?? undefined}
          maxlength={500}
          dir="ltr"
        />
        {(["kvk", "oin"] as const).map((name) => (
          <Field
            {...question}
            name={name}
            inputmode="numeric"
            width="medium"
            optional
            label={text.profileLabels[name]}
            hint={text.profileHints[name]}
            value={shown[name] ?? undefined}
            maxlength={30}
          />
        ))}
        <ReasonField c={c} refused={refused} />
        {refused === undefined && (
          <ReadingCheck
            c={c}
            fields={(["does", "doesNot", "limits"] as const).map((name) => ({
              label: nameOf(name),
              text: shown[name].nl,
            }))}
          />
        )}
        <Button>{text.save}</Button>
      </Form>
      <h2>{text.history}</h2>
      <Revisions c={c} revisions={revisions} nameOf={nameOf} undo={`${pathOf(c, found)}/terug`} />
    </WorkFrame>
  );
  return c.html(page, isWrong ? 400 : 200);
}
