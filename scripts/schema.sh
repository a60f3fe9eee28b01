#!/bin/sh
# Writes src/db/schema.ts from a database that has every migration: sh scripts/schema.sh OWNER_URL [--verify]
set -eu
exec node_modules/.bin/kysely-codegen --dialect postgres --url "$1" --out-file src/db/schema.ts \
  --exclude-pattern '{pgboss.*,public.migration}' --date-parser string --numeric-parser number \
  --type-mapping '{"timestamptz":"string","int8":"number"}' ${2:-}
