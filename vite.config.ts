import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { defineConfig, type Plugin } from "vite";

/** Writes each asset compressed beside itself: the server sends those as they are. */
const precompress: Plugin = {
  name: "precompress",
  apply: "build",
  writeBundle: ({ dir = "" }) => {
    for (const name of readdirSync(join(dir, "assets"))) {
      if (!/\.(css|js|svg)$/.test(name)) continue;
      const file = join(dir, "assets", name);
      const content = readFileSync(file);
      writeFileSync(`${file}.gz`, gzipSync(content, { level: 9 }));
      writeFileSync(`${file}.br`, brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }));
    }
  },
};

const look = "src/web/ui/look";

export default defineConfig(({ isSsrBuild }) => ({
  publicDir: false,
  plugins: isSsrBuild ? [] : [precompress],
  oxc: { jsx: { runtime: "automatic", importSource: "hono/jsx" } },
  build: isSsrBuild
    ? { outDir: "dist/server", target: "esnext", rollupOptions: { input: { server: "src/server.ts" } } }
    : {
        outDir: "dist/client",
        manifest: true,
        assetsInlineLimit: 0,
        modulePreload: { polyfill: false },
        rollupOptions: {
          input: [
            `${look}/public.css`,
            `${look}/work.css`,
            `${look}/catalogue.css`,
            `${look}/icon.svg`,
            "src/web/islands/completions.ts",
            "src/web/islands/quick-exit.ts",
            "src/web/islands/search-widget.ts",
            "src/web/islands/work.ts",
          ],
        },
      },
  ssr: { external: true },
}));
