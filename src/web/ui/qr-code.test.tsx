import qrcode from "qrcode-generator";
import { expect, test } from "vitest";
import { QrCode } from "./qr-code.tsx";

const address = "https://rechtspoor.example/utrecht/hulp/278f637f-cd89-5e28-ac5f-834a711957c3";

test("the code is drawn module by module, light around it, and says in words where it leads", () => {
  const html = String(<QrCode address={address} label={'Leidt naar "rechtspoor.example"'} />);
  const code = qrcode(0, "M");
  code.addData(address);
  code.make();
  const size = code.getModuleCount();
  expect(html).toContain(`viewBox="0 0 ${size + 8} ${size + 8}"`);
  const drawn = new Set(
    [...html.matchAll(/M(\d+) (\d+)h1v1h-1z/g)].map(([, x, y]) => `${Number(x) - 4} ${Number(y) - 4}`),
  );
  const places = Array.from({ length: size }, (_, at) => at);
  const dark = places.flatMap((row) =>
    places.filter((column) => code.isDark(row, column)).map((column) => `${column} ${row}`),
  );
  expect(drawn).toEqual(new Set(dark));
  expect(html).toContain('role="img" aria-label="Leidt naar &quot;rechtspoor.example&quot;"');
  expect(html).not.toMatch(/<script|style=|<image|href=/);
});
