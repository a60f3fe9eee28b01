import { readFileSync } from "node:fs";
import { join } from "node:path";
import { sql } from "kysely";
import { z } from "zod";
import { root } from "../../../config/root.ts";
import type { Tx } from "../../../kernel/context.ts";
import { independences } from "../../access/index.ts";
import { costs } from "../service.ts";
import { pointKinds } from "../service-point.ts";
import { Words } from "../words.ts";
import type { Offer } from "./coverage.ts";
import { type Measure, parseYardstick } from "./yardstick.ts";

const Row = z
  .object({
    municipality_id: z.string(),
    id: z.string(),
    name: Words,
    organisation: z.string(),
    independence: z.enum(independences),
    themes: z.array(z.string()),
    functions: z.array(z.string()),
    cost: z.enum(costs),
    checked_on: z.string().nullable(),
    points: z.array(
      z.object({
        pc4: z.number().nullable(),
        kind: z.enum(pointKinds),
        serves: z.object({
          municipalities: z.array(z.string()),
          postcodes: z.array(z.object({ from: z.number(), to: z.number() })),
        }),
      }),
    ),
  })
  .transform(
    ({ municipality_id, checked_on, ...row }): Offer => ({
      ...row,
      municipalityId: municipality_id,
      checkedOn: checked_on,
    }),
  );

/** What residents can be shown in these places, with no more than the check needs. */
export async function listOffers(db: Tx, municipalityIds: readonly string[]): Promise<Offer[]> {
  // PostgreSQL keeps a range without its end.
  const points = sql<unknown>`coalesce((
    select json_agg(json_build_object('pc4', p.pc4, 'kind', p.kind, 'serves', json_build_object(
      'municipalities', p.serves_municipalities,
      'postcodes', coalesce((select json_agg(json_build_object('from', lower(r), 'to', upper(r) - 1))
        from unnest(p.serves_postcodes) r), '[]'))) order by p.id)
    from service_point p where p.municipality_id = service.municipality_id and p.service_id = service.id), '[]')`;
  const rows = await db
    .selectFrom("service")
    .innerJoin("organisation", "organisation.id", "service.organisation_id")
    .select(["service.municipality_id", "service.id", "service.name", "service.themes", "service.functions"])
    .select(["service.cost", "service.checked_on", "organisation.name as organisation", "organisation.independence"])
    .select(points.as("points"))
    .where("service.municipality_id", "in", municipalityIds)
    .where("service.withdrawn", "=", false)
    .where("service.for_professionals", "=", false)
    .orderBy(sql`lower(service.name ->> 'nl')`)
    .orderBy("service.id")
    .execute();
  return rows.map((row) => Row.parse(row));
}

export const readYardstick = (): ((theme: string) => Measure) =>
  parseYardstick(readFileSync(join(root, "content/coverage.yaml"), "utf8"));
