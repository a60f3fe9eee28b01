import type { Handler } from "hono";
import type { Action, SwitchableModule } from "../modules/access/index.ts";
import type { LimitKind } from "./limits.ts";
import { workPath } from "./place.ts";
import { complaintPage } from "./public/about/complaint.tsx";
import { accessibilityPage, sitePage } from "./public/about/page.tsx";
import { completeForm } from "./public/answer/completions.ts";
import { ownWordsPage, tellFromElsewhere, tellOwnWords } from "./public/answer/own-words.tsx";
import { helpPage } from "./public/answer/page.tsx";
import { checkPage, sendCallback } from "./public/callback/check.tsx";
import { callbackDonePage } from "./public/callback/done.tsx";
import { callbackPage, checkCallback } from "./public/callback/page.tsx";
import { choosePage } from "./public/choose/page.tsx";
import { changeQuestion } from "./public/follow/changes.tsx";
import { followPage, leaveFollow, leaveSite, openFollow } from "./public/follow/page.tsx";
import { questionPage } from "./public/follow/question.tsx";
import { residentListPage } from "./public/list/page.tsx";
import { linkPage, useLink } from "./public/lost-code/link.tsx";
import { newCodePage } from "./public/lost-code/new-code.tsx";
import { askLink, lostCodePage } from "./public/lost-code/page.tsx";
import { aboutOrganisationPage } from "./public/organisation/page.tsx";
import { ownCopyFile, ownCopyPage } from "./public/own-data/copy-page.tsx";
import { askOwnDataForm, ownDataPage, withdrawOwnDataForm } from "./public/own-data/page.tsx";
import { servicePoster } from "./public/poster/page.tsx";
import { themePoster } from "./public/poster/theme.tsx";
import { privacyPage } from "./public/privacy/page.tsx";
import { answerForm as answerQuestionForm, questionsPage } from "./public/questions/page.tsx";
import { readingsPage } from "./public/readings/page.tsx";
import { servicePage } from "./public/service/page.tsx";
import { professionalPage } from "./public/service/professional.tsx";
import { walkInCalendar } from "./public/service/walk-in-calendar.ts";
import { startPage } from "./public/start/page.tsx";
import { changeCheckForm, checkEntryPage, confirmCheckForm } from "./public/suggest/check.tsx";
import { suggestedPage, suggestForm, suggestPage } from "./public/suggest/page.tsx";
import { themePage } from "./public/theme/page.tsx";
import { municipalitySitemap, sitemap } from "./sitemap.ts";
import type { Env } from "./surroundings.ts";
import { awayForm, awayPage, backForm } from "./work/away/page.tsx";
import {
  attemptForm,
  closeForm,
  detailsForm,
  holdForm,
  liftHoldForm,
  noteForm,
  phoneForm,
  reopenForm,
  safeForm,
} from "./work/case/acts.ts";
import { codeForm, codePage } from "./work/case/code.tsx";
import { letterPage } from "./work/case/letter.tsx";
import { casePage } from "./work/case/page.tsx";
import { moveForm, promiseForm } from "./work/case/promise-acts.ts";
import { requestForm } from "./work/case/request-act.ts";
import { endShareForm, otherPartyForm } from "./work/case/shares.tsx";
import { casesExport } from "./work/cases/export.ts";
import { casesPage } from "./work/cases/page.tsx";
import { searchForm, searchPage } from "./work/cases/search.tsx";
import { coverageExport } from "./work/coverage/export.ts";
import { coveragePage } from "./work/coverage/page.tsx";
import { deskDonePage } from "./work/desk/done.tsx";
import { deskForm, deskPage } from "./work/desk/page.tsx";
import { contactsPage } from "./work/find/contacts.tsx";
import { findForm, findPage } from "./work/find/page.tsx";
import { home } from "./work/frame/frame.tsx";
import { glassForm, glassPage } from "./work/glass/page.tsx";
import { giveForm, handOverPage } from "./work/hand-over/page.tsx";
import { acceptForm, invitationPage } from "./work/invitation/page.tsx";
import { listForm } from "./work/list/acts.ts";
import { listDonePage } from "./work/list/done.tsx";
import { endListForm, madeListsPage } from "./work/list/made.tsx";
import { listPage } from "./work/list/page.tsx";
import { putForm } from "./work/list/put.tsx";
import { cataloguePage, outboxPage } from "./work/outbox/page.tsx";
import { dutyForm, inviteForm, leaveForm, sessionsForm, skillForm } from "./work/people/acts.ts";
import { addForm, addPage } from "./work/people/add.tsx";
import { peoplePage } from "./work/people/page.tsx";
import { personPage } from "./work/people/person.tsx";
import { firstAdminForm, withdrawAdminForm } from "./work/places/first-admin.tsx";
import {
  newOrganisationForm,
  newOrganisationPage,
  organisationForm,
  organisationPage,
} from "./work/places/organisation.tsx";
import { modulesForm, placesPage } from "./work/places/page.tsx";
import { newTeamForm, teamForm, teamPage } from "./work/places/team.tsx";
import { practicePage } from "./work/practice/page.tsx";
import { addProgramForm } from "./work/programs/add.tsx";
import { endProgramForm, programsPage } from "./work/programs/page.tsx";
import { workAnswerForm, workQuestionsPage } from "./work/questions/page.tsx";
import { answerForm, extendForm, reviewForm, withdrawForm } from "./work/requests/acts.ts";
import { copyPage } from "./work/requests/copy.tsx";
import { requestsPage } from "./work/requests/page.tsx";
import { requestPage } from "./work/requests/request.tsx";
import { keptContactsForm, keptContactsPage } from "./work/route-map/contacts.tsx";
import { entryForm, entryPage, withdrawEntryForm } from "./work/route-map/entry.tsx";
import { historyPage, undoForm } from "./work/route-map/history.tsx";
import { newEntryForm, newEntryPage } from "./work/route-map/new-entry.tsx";
import { profileForm, profilePage, undoProfileForm } from "./work/route-map/organisation.tsx";
import { checkedForm, ownerForm, ownerPage } from "./work/route-map/owner.tsx";
import { routeMapPage } from "./work/route-map/page.tsx";
import { pointForm, pointPage, removePointForm } from "./work/route-map/point.tsx";
import { settleSuggestionForm, suggestionsPage } from "./work/route-map/suggestions.tsx";
import { translationForm, translationPage } from "./work/route-map/translation.tsx";
import { endSessionForm, sessionsPage, stayForm } from "./work/sessions/page.tsx";
import { beginSignIn, finishSignIn, signInPage, signOutForm, signOutThere } from "./work/sign-in/page.tsx";
import { pickForm, pickPage } from "./work/sign-in/pick.tsx";
import { startPage as workStartPage } from "./work/start/page.tsx";
import { moveForm as moveTextForm, undoForm as undoTextForm, writeForm } from "./work/themes/acts.ts";
import { themesPage } from "./work/themes/page.tsx";
import { themePage as keptThemePage } from "./work/themes/theme.tsx";
import { takeForm, todayPage } from "./work/today/page.tsx";
import { todayStream } from "./work/today/stream.ts";
import { trailExport } from "./work/trail/export.ts";
import { judgeForm, lookPage } from "./work/trail/look.tsx";
import { residentForm, trailPage } from "./work/trail/page.tsx";

/** Who may come here at all: `site` and `public` are for everybody, `work` for whoever has a duty in this municipality. */
export type Area = "site" | "public" | "work" | "example";

export type Route = {
  method: "GET" | "POST";
  path: string;
  area: Area;
  page: Handler<Env>;
  /** At work: what somebody must be able to do in some team or organisation of theirs here. For others it is not there. */
  needs?: Action;
  /** Not there in a municipality that does not use this module. */
  module?: SwitchableModule;
  /** Counted apart and strictly: asking for a call, trying codes. */
  limit?: LimitKind;
  /** A form that any site may send somebody to us with: docs/decisions/0028-a-search-box-on-other-sites.md. */
  from?: "anywhere";
};

const get = (area: Area, path: string, page: Handler<Env>): Route => ({ method: "GET", path, area, page });
const post = (area: Area, path: string, page: Handler<Env>, limit?: LimitKind): Route => ({
  method: "POST",
  path,
  area,
  page,
  ...(limit === undefined ? {} : { limit }),
});

/** What a municipality may switch off. */
const of = (module: SwitchableModule, routes: Route[]): Route[] => routes.map((route) => ({ ...route, module }));

const needing = (needs: Action, routes: Route[]): Route[] => routes.map((route) => ({ ...route, needs }));

/** The table of contents of the site. What is not here does not exist. */
export const routes: Route[] = [
  get("site", "/", choosePage),
  get("site", "/over", sitePage),
  get("site", "/sitemap.xml", sitemap),
  get("site", "/werk", signInPage),
  get("site", "/werk/inloggen/terug", finishSignIn),
  get("site", "/werk/inloggen/:aanbieder", beginSignIn),
  get("site", "/werk/uitnodiging/:woord", invitationPage),
  post("site", "/werk/uitnodiging/:woord", acceptForm, "codes"),
  post("site", "/werk/uitloggen", signOutForm),
  get("site", "/werk/uitloggen/ook", signOutThere),

  get("example", "/voorbeeld/inloggen/:uid", pickPage),
  post("example", "/voorbeeld/inloggen/:uid", pickForm, "codes"),
  get("example", "/voorbeeld/post", outboxPage),
  get("example", "/onderdelen", cataloguePage),

  get("work", "/werk/:gemeente", (c) => c.redirect(workPath(c.var.place, home(c)), 303)),
  get("work", "/werk/:gemeente/start", workStartPage),
  // What is published, counted: for everybody at work here.
  get("work", "/werk/:gemeente/dekking", coveragePage),
  get("work", "/werk/:gemeente/dekking.csv", coverageExport),
  get("work", "/werk/:gemeente/sessies", sessionsPage),
  post("work", "/werk/:gemeente/sessies", endSessionForm),
  post("work", "/werk/:gemeente/blijf", stayForm),

  // The route map for everybody at work; whom to call directly for who refers somebody.
  get("work", "/werk/:gemeente/hulp", findPage),
  post("work", "/werk/:gemeente/hulp", findForm),
  get("work", "/werk/:gemeente/oefenen", practicePage),
  get("work", "/werk/:gemeente/vragen/:slug", workQuestionsPage),
  post("work", "/werk/:gemeente/vragen/:slug", workAnswerForm),
  ...needing("contact.find", [get("work", "/werk/:gemeente/hulp/:id/contact", contactsPage)]),
  ...needing("list.keep", [
    get("work", "/werk/:gemeente/lijst", listPage),
    post("work", "/werk/:gemeente/lijst", listForm),
    post("work", "/werk/:gemeente/lijst/erbij", putForm),
    get("work", "/werk/:gemeente/lijst/gelukt", listDonePage),
    get("work", "/werk/:gemeente/lijsten", madeListsPage),
    post("work", "/werk/:gemeente/lijsten/:id/stop", endListForm),
  ]),

  ...needing("team.list", [
    get("work", "/werk/:gemeente/vandaag", todayPage),
    get("work", "/werk/:gemeente/vandaag/stroom", todayStream),
    post("work", "/werk/:gemeente/vandaag/neem", takeForm),
    get("work", "/werk/:gemeente/hulpvragen", casesPage),
    get("work", "/werk/:gemeente/hulpvragen.csv", casesExport),
    get("work", "/werk/:gemeente/hulpvragen/zoek", searchPage),
    post("work", "/werk/:gemeente/hulpvragen/zoek", searchForm),
    get("work", "/werk/:gemeente/hulpvragen/nieuw", deskPage),
    post("work", "/werk/:gemeente/hulpvragen/nieuw", deskForm),
    get("work", "/werk/:gemeente/hulpvragen/nieuw/gelukt", deskDonePage),
    get("work", "/werk/:gemeente/hulpvragen/:id", casePage),
    get("work", "/werk/:gemeente/hulpvragen/:id/brief", letterPage),
    post("work", "/werk/:gemeente/hulpvragen/:id/belpoging", attemptForm),
    post("work", "/werk/:gemeente/hulpvragen/:id/notitie", noteForm),
    post("work", "/werk/:gemeente/hulpvragen/:id/nummer", phoneForm),
    post("work", "/werk/:gemeente/hulpvragen/:id/veilig", safeForm),
    post("work", "/werk/:gemeente/hulpvragen/:id/gegevens", detailsForm),
    get("work", "/werk/:gemeente/hulpvragen/:id/code", codePage),
    post("work", "/werk/:gemeente/hulpvragen/:id/code", codeForm),
    post("work", "/werk/:gemeente/hulpvragen/:id/afsluiten", closeForm),
    post("work", "/werk/:gemeente/hulpvragen/:id/heropenen", reopenForm),
    post("work", "/werk/:gemeente/hulpvragen/:id/vasthouden", holdForm),
    post("work", "/werk/:gemeente/hulpvragen/:id/loslaten", liftHoldForm),
    post("work", "/werk/:gemeente/hulpvragen/:id/toezegging", promiseForm),
    post("work", "/werk/:gemeente/hulpvragen/:id/toezegging/moment", moveForm),
    post("work", "/werk/:gemeente/hulpvragen/:id/andere-partij", otherPartyForm),
    post("work", "/werk/:gemeente/hulpvragen/:id/delen/stop", endShareForm),
    post("work", "/werk/:gemeente/hulpvragen/:id/verzoek", requestForm),
    get("work", "/werk/:gemeente/verzoeken/:id", requestPage),
    get("work", "/werk/:gemeente/verzoeken/:id/kopie", copyPage),
    post("work", "/werk/:gemeente/verzoeken/:id/nakijken", reviewForm),
    post("work", "/werk/:gemeente/verzoeken/:id/verlengen", extendForm),
    post("work", "/werk/:gemeente/verzoeken/:id/antwoord", answerForm),
    post("work", "/werk/:gemeente/verzoeken/:id/intrekken", withdrawForm),
    get("work", "/werk/:gemeente/noodtoegang", glassPage),
    post("work", "/werk/:gemeente/noodtoegang", glassForm, "codes"),
    get("work", "/werk/:gemeente/afwezig", awayPage),
    post("work", "/werk/:gemeente/afwezig", awayForm),
    post("work", "/werk/:gemeente/afwezig/terug", backForm),
  ]),
  // A privacy officer sees the list without what stands in it, and no request.
  ...needing("request.list", [get("work", "/werk/:gemeente/verzoeken", requestsPage)]),
  ...needing("team.handOver", [
    get("work", "/werk/:gemeente/overdracht", handOverPage),
    post("work", "/werk/:gemeente/overdracht", giveForm),
  ]),
  ...needing("people.manage", [
    get("work", "/werk/:gemeente/collegas", peoplePage),
    get("work", "/werk/:gemeente/collegas/nieuw", addPage),
    post("work", "/werk/:gemeente/collegas/nieuw", addForm),
    get("work", "/werk/:gemeente/collegas/:id", personPage),
    post("work", "/werk/:gemeente/collegas/:id/taak", dutyForm),
    post("work", "/werk/:gemeente/collegas/:id/vaardigheid", skillForm),
    post("work", "/werk/:gemeente/collegas/:id/uitnodiging", inviteForm),
    post("work", "/werk/:gemeente/collegas/:id/sessies", sessionsForm),
    post("work", "/werk/:gemeente/collegas/:id/weg", leaveForm),
  ]),
  ...needing("clients.manage", [
    get("work", "/werk/:gemeente/programmas", programsPage),
    post("work", "/werk/:gemeente/programmas", addProgramForm),
    post("work", "/werk/:gemeente/programmas/stop", endProgramForm),
  ]),
  ...needing("trail.search", [
    get("work", "/werk/:gemeente/inzage", trailPage),
    get("work", "/werk/:gemeente/inzage.csv", trailExport),
    post("work", "/werk/:gemeente/inzage/inwoner", residentForm, "codes"),
  ]),
  ...needing("reading.judge", [
    get("work", "/werk/:gemeente/inzage/te-bekijken/:id", lookPage),
    post("work", "/werk/:gemeente/inzage/te-bekijken/:id", judgeForm),
  ]),
  ...needing("directory.edit", [
    // For the municipality's own editors; for a region, for those of whoever works there for its municipalities.
    get("work", "/werk/:gemeente/routekaart/onderwerpen", themesPage),
    get("work", "/werk/:gemeente/routekaart/onderwerpen/:slug", keptThemePage),
    post("work", "/werk/:gemeente/routekaart/onderwerpen/:slug", writeForm),
    post("work", "/werk/:gemeente/routekaart/onderwerpen/:slug/verplaats", moveTextForm),
    post("work", "/werk/:gemeente/routekaart/onderwerpen/:slug/terug", undoTextForm),
    get("work", "/werk/:gemeente/routekaart", routeMapPage),
    get("work", "/werk/:gemeente/routekaart/nieuw", newEntryPage),
    post("work", "/werk/:gemeente/routekaart/nieuw", newEntryForm),
    get("work", "/werk/:gemeente/routekaart/voorstellen", suggestionsPage),
    post("work", "/werk/:gemeente/routekaart/voorstellen/:id", settleSuggestionForm),
    get("work", "/werk/:gemeente/routekaart/organisaties/:id", profilePage),
    post("work", "/werk/:gemeente/routekaart/organisaties/:id", profileForm),
    post("work", "/werk/:gemeente/routekaart/organisaties/:id/terug", undoProfileForm),
    get("work", "/werk/:gemeente/routekaart/:id", entryPage),
    post("work", "/werk/:gemeente/routekaart/:id", entryForm),
    post("work", "/werk/:gemeente/routekaart/:id/weg", withdrawEntryForm),
    get("work", "/werk/:gemeente/routekaart/:id/engels", translationPage),
    post("work", "/werk/:gemeente/routekaart/:id/engels", translationForm),
    get("work", "/werk/:gemeente/routekaart/:id/eigenaar", ownerPage),
    post("work", "/werk/:gemeente/routekaart/:id/eigenaar", ownerForm),
    post("work", "/werk/:gemeente/routekaart/:id/nagekeken", checkedForm),
    get("work", "/werk/:gemeente/routekaart/:id/contacten", keptContactsPage),
    post("work", "/werk/:gemeente/routekaart/:id/contacten", keptContactsForm),
    get("work", "/werk/:gemeente/routekaart/:id/geschiedenis", historyPage),
    post("work", "/werk/:gemeente/routekaart/:id/geschiedenis", undoForm),
    get("work", "/werk/:gemeente/routekaart/:id/plaatsen/:plaats", pointPage),
    post("work", "/werk/:gemeente/routekaart/:id/plaatsen/:plaats", pointForm),
    post("work", "/werk/:gemeente/routekaart/:id/plaatsen/:plaats/weg", removePointForm),
  ]),
  ...needing("places.manage", [
    get("work", "/werk/:gemeente/gemeente", placesPage),
    post("work", "/werk/:gemeente/gemeente/onderdelen", modulesForm),
    get("work", "/werk/:gemeente/gemeente/organisaties/nieuw", newOrganisationPage),
    post("work", "/werk/:gemeente/gemeente/organisaties/nieuw", newOrganisationForm),
    get("work", "/werk/:gemeente/gemeente/organisaties/:id", organisationPage),
    post("work", "/werk/:gemeente/gemeente/organisaties/:id", organisationForm),
    post("work", "/werk/:gemeente/gemeente/organisaties/:id/beheerder", firstAdminForm),
    post("work", "/werk/:gemeente/gemeente/organisaties/:id/beheerder/intrekken", withdrawAdminForm),
    post("work", "/werk/:gemeente/gemeente/organisaties/:id/teams", newTeamForm),
    get("work", "/werk/:gemeente/gemeente/teams/:id", teamPage),
    post("work", "/werk/:gemeente/gemeente/teams/:id", teamForm),
  ]),

  get("public", "/:gemeente", startPage),
  get("public", "/:gemeente/sitemap.xml", municipalitySitemap),
  get("public", "/:gemeente/hulp", helpPage),
  post("public", "/:gemeente/hulp", tellOwnWords),
  get("public", "/:gemeente/hulp/antwoord", ownWordsPage),
  { ...post("public", "/:gemeente/hulp/van-elders", tellFromElsewhere), from: "anywhere" },
  post("public", "/:gemeente/hulp/aanvullen", completeForm),
  get("public", "/:gemeente/hulp/:id", servicePage),
  get("public", "/:gemeente/hulp/:id/professional", professionalPage),
  get("public", "/:gemeente/hulp/:id/klopt-niet", suggestPage),
  post("public", "/:gemeente/hulp/:id/klopt-niet", suggestForm, "requests"),
  get("public", "/:gemeente/hulp/:id/klopt-niet/bedankt", suggestedPage),
  get("public", "/:gemeente/klopt-nog/:token", checkEntryPage),
  post("public", "/:gemeente/klopt-nog/:token", confirmCheckForm, "codes"),
  post("public", "/:gemeente/klopt-nog/:token/anders", changeCheckForm, "codes"),
  get("public", "/:gemeente/hulp/:id/inloop.ics", walkInCalendar),
  get("public", "/:gemeente/hulp/:id/poster", servicePoster),
  get("public", "/:gemeente/lijst/:woord", residentListPage),
  get("public", "/:gemeente/organisatie/:id", aboutOrganisationPage),
  get("public", "/:gemeente/onderwerp/:slug", themePage),
  get("public", "/:gemeente/onderwerp/:slug/poster", themePoster),
  get("public", "/:gemeente/vragen/:slug", questionsPage),
  post("public", "/:gemeente/vragen/:slug", answerQuestionForm),
  ...of("contact", [
    get("public", "/:gemeente/bel-mij-terug", callbackPage),
    post("public", "/:gemeente/bel-mij-terug", checkCallback),
    get("public", "/:gemeente/bel-mij-terug/nakijken", checkPage),
    post("public", "/:gemeente/bel-mij-terug/nakijken", sendCallback, "requests"),
    get("public", "/:gemeente/bel-mij-terug/gelukt", callbackDonePage),
  ]),
  get("public", "/:gemeente/volg", followPage),
  post("public", "/:gemeente/volg", openFollow, "codes"),
  get("public", "/:gemeente/volg/code-kwijt", lostCodePage),
  post("public", "/:gemeente/volg/code-kwijt", askLink, "codes"),
  get("public", "/:gemeente/volg/mail/:token", linkPage),
  post("public", "/:gemeente/volg/mail/:token", useLink, "codes"),
  get("public", "/:gemeente/volg/nieuwe-code", newCodePage),
  get("public", "/:gemeente/volg/vraag", questionPage),
  get("public", "/:gemeente/volg/wie-keek", readingsPage),
  post("public", "/:gemeente/volg/vraag", changeQuestion, "requests"),
  get("public", "/:gemeente/volg/gegevens", ownDataPage),
  post("public", "/:gemeente/volg/gegevens", askOwnDataForm, "requests"),
  post("public", "/:gemeente/volg/gegevens/intrekken", withdrawOwnDataForm, "requests"),
  get("public", "/:gemeente/volg/mijn-gegevens", ownCopyPage),
  get("public", "/:gemeente/volg/mijn-gegevens.json", ownCopyFile),
  post("public", "/:gemeente/volg/weg", leaveFollow),
  get("public", "/:gemeente/verlaat", leaveSite),
  get("public", "/:gemeente/privacy", privacyPage),
  get("public", "/:gemeente/toegankelijkheid", accessibilityPage),
  get("public", "/:gemeente/klacht", complaintPage),
];
