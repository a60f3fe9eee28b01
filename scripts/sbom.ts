import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/*
 * npm run sbom [folder]: what ships with Rechtspoor, as a bill of materials (CycloneDX, for programs) and as a list of
 * licences (for people). Made from the lock file alone, so it asks nobody and is the same on every machine.
 */

type Part = {
  "bom-ref": string;
  name: string;
  version: string;
  properties?: { name: string; value: string }[];
  licenses?: { license?: { id?: string; name?: string }; expression?: string }[];
};
type Bom = {
  metadata: { component: { name: string; version: string } };
  components: Part[];
  dependencies: { ref: string; dependsOn?: string[] }[];
};

const [folder = "dist/sbom"] = process.argv.slice(2);
const { name } = JSON.parse(readFileSync("package.json", "utf8"));

// Not with `--omit dev`: npm then also leaves out what ships and is used by a tool of ours as well, such as pg and zod.
const whole: Bom = JSON.parse(
  execFileSync("npm", ["sbom", "--sbom-format", "cyclonedx", "--package-lock-only"], {
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  }),
);
const isTool = ({ properties = [] }: Part): boolean =>
  properties.some((property) => property.name === "cdx:npm:package:development");
const components = whole.components.filter((part) => !isTool(part));

// npm names the product after the folder it lies in.
const product = { ...whole.metadata.component, name };
const known = new Set([...components.map((part) => part["bom-ref"]), `${name}@${product.version}`]);
const bom = {
  ...whole,
  metadata: { ...whole.metadata, component: product },
  components,
  dependencies: whole.dependencies
    .filter(({ ref }) => known.has(ref))
    .map(({ ref, dependsOn = [] }) => ({ ref, dependsOn: dependsOn.filter((other) => known.has(other)) })),
};

const licenceOf = ({ licenses = [] }: Part): string =>
  licenses.map(({ license, expression }) => expression ?? license?.id ?? license?.name ?? "unknown").join(" AND ");
const byLicence = [...Map.groupBy(components, licenceOf)].sort(([one], [other]) => one.localeCompare(other, "en"));
const list = [
  `# What ships with ${name} ${product.version}, by licence`,
  "",
  ...byLicence.flatMap(([licence, parts]) => [
    `## ${licence === "" ? "unknown" : licence}`,
    "",
    ...parts.map((part) => `- ${part.name} ${part.version}`).sort(),
    "",
  ]),
];

mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, `${name}.cdx.json`), `${JSON.stringify(bom, undefined, 2)}\n`);
writeFileSync(join(folder, "licences.md"), list.join("\n"));
process.stdout.write(`${components.length} packages in ${folder}\n`);
