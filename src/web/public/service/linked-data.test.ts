import { describe, expect, test } from "vitest";
import { holdsNothingInline } from "../../../../tests/security/protecting.ts";
import { testApp } from "../../../../tests/support/app.ts";
import { openBrowser } from "../../../../tests/support/browser.ts";

const site = testApp();
const pageOf = (id: string, language = "") => openBrowser(site.app).ask(`${language}/utrecht/hulp/${id}`);
const dataIn = (body: string) =>
  JSON.parse(/<script type="application\/ld\+json">([^<]*)<\/script>/.exec(body)?.[1] ?? "null");
const walkInService = async (): Promise<string> => {
  const { rows } = await site.database.admin.query(
    "select service_id from service_point where municipality_id = 'GM0344' and hours -> 'walkIn' <> '[]' and phone is not null order by id limit 1",
  );
  return rows[0].service_id;
};

describe("the page of a service says in data what stands on it", () => {
  test("who helps, for nothing, where, when and at which number", async () => {
    const id = await walkInService();
    await site.database.admin.query("update service set cost = 'free' where id = $1", [id]);
    const data = dataIn((await pageOf(id)).body);
    expect(data).toMatchObject({
      "@context": "https://schema.org",
      url: `http://localhost/utrecht/hulp/${id}`,
      areaServed: { "@type": "AdministrativeArea", name: "Utrecht" },
      offers: { price: "0", priceCurrency: "EUR" },
    });
    expect(["Service", "GovernmentService"]).toContain(data["@type"]);
    const [channel] = data.availableChannel;
    expect(channel.servicePhone.telephone).toMatch(/^\+31/);
    expect(channel.serviceLocation).toMatchObject({
      "@type": "Place",
      isAccessibleForFree: true,
      address: { "@type": "PostalAddress", addressCountry: "NL" },
    });
    expect(channel.serviceLocation.openingHoursSpecification[0]).toMatchObject({
      dayOfWeek: expect.stringMatching(/^https:\/\/schema\.org\/[A-Z][a-z]+day$/),
      opens: expect.stringMatching(/^\d\d:\d\d$/),
    });
  });

  test("what costs something is not said to be free, and what is each first Tuesday not to be each Tuesday", async () => {
    const id = await walkInService();
    const { admin } = site.database;
    await admin.query("update service set cost = 'paid' where id = $1", [id]);
    await admin.query(
      `update service_point set hours = jsonb_set(hours, '{walkIn}', '[{"weekday":2,"from":"09:00","until":"12:00","nth":[1]},{"weekday":3,"from":"09:00","until":"12:00"}]') where service_id = $1`,
      [id],
    );
    const { body } = await pageOf(id, "/en");
    const data = dataIn(body);
    expect(JSON.stringify(data)).not.toMatch(/isAccessibleForFree|"offers"/);
    const [channel] = data.availableChannel;
    expect(
      channel.serviceLocation.openingHoursSpecification.map(({ dayOfWeek }: { dayOfWeek: string }) => dayOfWeek),
    ).toEqual(["https://schema.org/Wednesday"]);
  });

  test("hostile words stay words", async () => {
    const id = await walkInService();
    const name = '</script><script>alert("1")</script><!-- & \u2028';
    await site.database.admin.query("update service set name = jsonb_build_object('nl', $2::text) where id = $1", [
      id,
      name,
    ]);
    const answer = await pageOf(id);
    holdsNothingInline(answer);
    expect(dataIn(answer.body).name).toBe(name);
  });
});
