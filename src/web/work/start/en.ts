import type { StartText } from "./nl.ts";

const ownFiles =
  "You only see the questions of your own team. Each time you open one, that is written down. The resident can see it.";
const noFiles = "You see no questions and no residents. Not of your own team either.";

export const en: StartText = {
  title: "Start here",
  lead: (name) => `Welcome, ${name}. This is what you do here, and what you see.`,
  role: (role, team) => `${role} at ${team}`,
  steps: "How to begin",
  sees: "What you see",
  deputy: (name) => `Are you away? Then ${name} stands in.`,
  noDeputy: "Nobody stands in for you now. Ask whoever manages colleagues for a deputy.",
  emergency: "Do you have to read a question of another team in an emergency?",
  emergencyLink: "Emergency access",
  keys: "Do you rather work with the keyboard? Press ? for all keys.",
  stuck: (desk, phone) => `Stuck? Ask your team lead, or call ${desk}: ${phone}.`,
  tours: {
    helper: {
      about: "You call residents back, help them on and write down what happened.",
      steps: [
        { does: "Look on Today what you and your team promised. What cannot wait stands on top.", to: "today" },
        { does: "Take a question, and read the warning before you call." },
        { does: "Find somebody back by name or number.", to: "cases" },
        { does: "Is somebody at your desk? Make a new question.", to: "newCase" },
        {
          does: "Does another organisation fit somebody better? Find help, and call a colleague there directly. Or give the resident a list to take along.",
          to: "find",
        },
        { does: "Are you away? Hand over what you took.", to: "away" },
      ],
      sees: ownFiles,
    },
    "team-lead": {
      about: "You see to it that the team keeps its promises.",
      steps: [
        { does: "Look on Today each morning what may become late.", to: "today" },
        { does: "Agree on a new moment when the first cannot be kept. Only you can." },
        { does: "Did a colleague leave? Give out what was left under Handing over.", to: "handOver" },
        {
          does: "Did somebody use emergency access, or did reading stand out? Look whether it was right when whoever watches over privacy is away. It stands on Today.",
          to: "today",
        },
      ],
      sees: ownFiles,
    },
    "objection-officer": {
      about: "You handle objections and try to solve them by talking first.",
      steps: [{ does: "The questions of your team stand on Today.", to: "today" }],
      sees: ownFiles,
    },
    "directory-editor": {
      about: "You keep the route map fresh: who helps with what, where and when.",
      steps: [
        { does: "Keep what it says right: hours, places, costs and for whom it is.", to: "editMap" },
        { does: "Look at the route map as residents see it.", to: "routeMap" },
        { does: "Do you work for the municipality or the region? Write under Subjects what holds with you alone." },
        { does: "See which help the municipality has, and what is missing.", to: "coverage" },
      ],
      sees: noFiles,
    },
    chair: {
      about: "You lead the signal meeting.",
      steps: [
        { does: "Look at the route map.", to: "routeMap" },
        { does: "See which help the municipality has, and what is missing.", to: "coverage" },
      ],
      sees: noFiles,
    },
    policy: {
      about: "You make policy, with figures in which nobody can be recognised.",
      steps: [
        { does: "Look at the route map.", to: "routeMap" },
        { does: "See which help the municipality has, and what is missing.", to: "coverage" },
      ],
      sees: noFiles,
    },
    "project-lead": {
      about: "You lead the change: goal, plan and baseline.",
      steps: [
        { does: "Look at the route map.", to: "routeMap" },
        { does: "See which help the municipality has, and what is missing.", to: "coverage" },
      ],
      sees: noFiles,
    },
    researcher: {
      about: "You find out what works, with figures in which nobody can be recognised.",
      steps: [
        { does: "Look at the route map.", to: "routeMap" },
        { does: "See which help the municipality has, and what is missing.", to: "coverage" },
      ],
      sees: noFiles,
    },
    "privacy-officer": {
      about: "You watch over who looked into which question, and why.",
      steps: [
        {
          does: "Look at what stood out and who used emergency access. Write down whether it was right. You get a mail about it.",
          to: "trail",
        },
        { does: "Look up who looked when, and on which ground.", to: "trail" },
        { does: "Does a resident ask who looked? Look it up with the code of that resident.", to: "trail" },
        { does: "See whether requests about data are answered in time.", to: "requests" },
      ],
      sees: "You see that a question was opened, by whom and on which ground. The question itself you do not open. What you look up is written down as well.",
    },
    "organisation-admin": {
      about: "You arrange who works for your organisation, in which team and as what.",
      steps: [
        { does: "See whether every colleague has a deputy.", to: "people" },
        { does: "Add a colleague, or let somebody go. That works at once.", to: "people" },
      ],
      sees: noFiles,
    },
    "platform-admin": {
      about: "You arrange what residents of a municipality can use, and which organisations and teams there are.",
      steps: [
        { does: "Switch on or off what residents can use, and add organisations and teams.", to: "places" },
        { does: "Of a new organisation, say who manages the colleagues there. They add the colleagues." },
      ],
      sees: noFiles,
    },
  },
};
