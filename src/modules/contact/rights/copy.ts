import type { Day } from "../../../kernel/day.ts";
import type { Activity, Controller, ReadingsOfDay, Share, Team } from "../../access/index.ts";
import { articleFor } from "../../access/index.ts";
import type {
  CaseFile,
  ContactEntry,
  Omission,
  OmissionReason,
  PrivacyRequest,
  Resident,
  retentionOf,
} from "../../casework/index.ts";
import { hasWords, omissionArticles } from "../../casework/index.ts";
import type { OwedPromise } from "../../promises/index.ts";
import type { Callback } from "../callback/callback.ts";
import type { Attempt } from "../calling/attempt.ts";

/*
 * The copy of all that one controller keeps of one resident in one question (AVG 15(1) and (3)). Without the names of whoever
 * works there, and with a sign where something about somebody else was left out (15(4)).
 */

type Line = { at: Temporal.Instant; kind: ContactEntry["kind"] } & ({ text: string } | { omitted: OmissionReason });

export type Copy = {
  madeAt: Temporal.Instant;
  /** Nothing that was written later is in it: nobody looked through that. */
  until: Temporal.Instant;
  controller: { kind: Controller; team: Team };
  file: CaseFile;
  resident: Resident;
  callback: Pick<Callback, "requestedAt" | "dayparts" | "harm">;
  log: Line[];
  attempts: Pick<Attempt, "at" | "outcome">[];
  promises: Pick<OwedPromise, "kind" | "beganAt" | "dueAt" | "state">[];
  readings: ReadingsOfDay[];
  shares: Pick<Share, "ground" | "fromAt" | "untilAt" | "endedAt">[];
  mails: { at: Temporal.Instant; subject: string }[];
  requests: PrivacyRequest[];
  retention: Awaited<ReturnType<typeof retentionOf>>;
  activities: Activity[];
};

/** Another question of the same resident of which a copy was asked, and by when they hear. */
export type Waiting = { askedAt: Temporal.Instant; answerBy: Day };

/** All that there is, as it was gathered. */
export type Gathered = Omit<Copy, "log"> & {
  entries: readonly ContactEntry[];
  omissions: readonly Omission[];
  /** The lines with words that somebody read; undefined before the answer, for whoever must still read them. */
  read: readonly string[] | undefined;
};

export function composeCopy({ entries, omissions, read, ...rest }: Gathered): Copy {
  const by = ({ at }: { at: Temporal.Instant }) => Temporal.Instant.compare(at, rest.until) <= 0;
  const left = new Map(omissions.map(({ entryId, reason }) => [entryId, reason]));
  return {
    ...rest,
    log: entries
      .filter((entry) => by(entry) && (read === undefined || !hasWords(entry) || read.includes(entry.id)))
      .map(({ id, at, kind, text }) => {
        const omitted = left.get(id);
        return omitted === undefined ? { at, kind, text } : { at, kind, omitted };
      }),
    attempts: rest.attempts.filter(by).map(({ at, outcome }) => ({ at, outcome })),
    promises: rest.promises
      .filter(({ beganAt }) => by({ at: beganAt }))
      .map(({ kind, beganAt, dueAt, state }) => ({ kind, beganAt, dueAt, state })),
    shares: rest.shares
      .filter(({ fromAt }) => by({ at: fromAt }))
      .map(({ ground, fromAt, untilAt, endedAt }) => ({ ground, fromAt, untilAt, endedAt })),
    mails: rest.mails.filter(by),
  };
}

export const isOmitted = (line: Line): line is Line & { omitted: OmissionReason } => "omitted" in line;

const said = { yes: "ja", no: "nee", unknown: "nietGezegd" } as const;
const lines: Record<ContactEntry["kind"], string> = {
  note: "aantekening",
  "resident-word": "uwWoorden",
  opened: "binnengekomen",
  "dayparts-changed": "tijdenVeranderd",
  "number-changed": "nummerVeranderd",
  "safety-changed": "veiligheidVeranderd",
  "safe-again": "weerVeilig",
  "details-changed": "gegevensVeranderd",
  "code-renewed": "nieuweCode",
  "other-party-changed": "anderePartijVeranderd",
  closed: "afgesloten",
  cancelled: "gestopt",
  reopened: "heropend",
  held: "vastgehouden",
  "hold-lifted": "losgelaten",
  untouched: "stil",
  "request-made": "verzoekGedaan",
  "request-extended": "verzoekVerlengd",
  "request-answered": "verzoekBeantwoord",
  "request-withdrawn": "verzoekIngetrokken",
};

const omissions: Record<OmissionReason, string> = {
  "somebody-else": "hier is iets weggelaten over iemand anders",
  safety: "hier is iets weggelaten, omdat het iemand gevaar kan geven",
};

const say = (moment: Temporal.Instant | null): string | null => moment?.toString() ?? null;

/** The same for a program: names of fields are Dutch and stay as they are (docs/privacy/own-data.md). */
export const copyAsJson = ({
  copies,
  waiting,
}: {
  copies: readonly [Copy, ...Copy[]];
  waiting: readonly Waiting[];
}) => {
  const [{ madeAt, controller, activities }] = copies;
  return {
    versie: 2,
    gemaaktOp: say(madeAt),
    verantwoordelijke: {
      organisatie: controller.team.organisation.name,
      isGemeente: controller.kind === "municipality",
    },
    hulpvragen: copies.map(questionAsJson),
    nogNietBeantwoord: waiting.map(({ askedAt, answerBy }) => ({
      gesteldOp: say(askedAt),
      antwoordUiterlijk: answerBy.toString(),
    })),
    verwerkingen: activities.map((activity) => ({
      naam: activity.name.nl,
      doel: activity.plain.nl.purpose,
      gegevens: activity.plain.nl.data,
      ontvangers: activity.plain.nl.recipients,
      grond: articleFor(activity, controller.kind),
    })),
  };
};

const questionAsJson = (copy: Copy) => ({
  bijgewerktTot: say(copy.until),
  team: {
    organisatie: copy.controller.team.organisation.name,
    naam: copy.controller.team.name,
    telefoon: copy.controller.team.callingNumber,
  },
  hulpvraag: {
    gesteldOp: say(copy.file.openedAt),
    onderwerp: copy.file.theme,
    ingang: copy.file.channel,
    gemeenteIsAnderePartij: said[copy.file.againstMunicipality],
    status: copy.file.status === "open" ? "open" : "afgesloten",
    afgeslotenOp: copy.file.status === "open" ? null : say(copy.file.closedAt),
    resultaat: copy.file.status === "open" ? null : copy.file.result,
    vastgehoudenSinds: copy.file.hold === null ? null : say(copy.file.hold.since),
  },
  inwoner: {
    naam: copy.resident.name,
    telefoon: copy.resident.phone,
    mail: copy.resident.mail,
    taal: copy.resident.language,
    taalVanDeSite: copy.resident.siteLanguage,
    tolkNodig: copy.resident.interpreter,
    magInspreken: said[copy.resident.mayLeaveMessage],
    magZeggenWieBelt: said[copy.resident.maySayWho],
    vraagtVoorIemandAnders: copy.resident.askedFor === "someone-else",
    bellenNietVeiligSinds: say(copy.resident.notSafeSince),
  },
  terugbelverzoek: {
    gevraagdOp: say(copy.callback.requestedAt),
    dagdelen: copy.callback.dayparts,
    kostNuGeldHuisOfZorg: copy.callback.harm,
  },
  watIsOpgeschreven: copy.log.map((line) => ({
    op: say(line.at),
    soort: lines[line.kind],
    tekst: isOmitted(line) ? null : line.text,
    weggelaten: isOmitted(line) ? { omdat: omissions[line.omitted], artikel: omissionArticles[line.omitted] } : null,
  })),
  belpogingen: copy.attempts.map(({ at, outcome }) => ({ op: say(at), uitkomst: outcome })),
  toezeggingen: copy.promises.map(({ kind, beganAt, dueAt, state }) => ({
    wat: kind,
    sinds: say(beganAt),
    voor: say(dueAt),
    status: state,
  })),
  wieKeek: copy.readings.map(({ day, ground, times, last }) => ({
    dag: day.toString(),
    grond: ground,
    keer: times,
    laatst: say(last),
  })),
  gedeeld: copy.shares.map(({ ground, fromAt, untilAt, endedAt }) => ({
    grond: ground,
    van: say(fromAt),
    tot: say(endedAt ?? untilAt),
  })),
  mails: copy.mails.map(({ at, subject }) => ({ op: say(at), onderwerp: subject })),
  verzoeken: copy.requests.map((request) => ({
    soort: request.kind,
    gevraagdOp: say(request.askedAt),
    eigenWoorden: request.ownWords,
    antwoordUiterlijk: request.answerBy.toString(),
    status: request.state,
    antwoord: "answer" in request ? request.answer : null,
  })),
  bewaren: Object.entries(copy.retention.terms).map(([rule, { months, article }]) => ({
    regel: rule,
    maanden: months,
    grond: article,
    gaatWegOp: "goesOn" in copy.retention && copy.retention.rule === rule ? copy.retention.goesOn.toString() : null,
  })),
});
