import type { TestDatabase } from "../../support/database.ts";

/*
 * What a request changed in any table of ours, and all of it as it was before: each request of the matrix meets the same
 * world, however much the one before it was allowed to do.
 */

/** A row that came, went or was written over; of one that was changed, both how it was and how it is. */
export type Change = { table: string; row: Record<string, unknown> };

export type Kept = {
  /** What changed since this was last asked. */
  changes: () => Promise<Change[]>;
  restore: () => Promise<void>;
};

/** From here on, what changes is noted. Jobs of the queue are not: they follow from events, which are. */
export async function keepWorld({ admin }: Pick<TestDatabase, "admin">): Promise<Kept> {
  await admin.query(`
    create schema kept;
    create table kept.change (number bigserial primary key, name text not null, row jsonb not null);
    create function kept.note() returns trigger language plpgsql security definer as $$
    begin
      if tg_op <> 'INSERT' then insert into kept.change (name, row) values (tg_table_name, to_jsonb(old)); end if;
      if tg_op <> 'DELETE' then insert into kept.change (name, row) values (tg_table_name, to_jsonb(new)); end if;
      return null;
    end $$;
    do $$
    declare t text;
    begin
      for t in select tablename from pg_tables where schemaname = 'public' loop
        execute format('create table kept.%1$I as table public.%1$I', t);
        execute format('create trigger kept after insert or update or delete on public.%I for each row execute function kept.note()', t);
      end loop;
    end $$`);
  const touched = new Set<string>();
  return {
    changes: async () => {
      const { rows } = await admin.query<Change>('delete from kept.change returning name as "table", row');
      for (const { table } of rows) touched.add(table);
      return rows;
    },
    restore: async () => {
      const back = [...touched].map(
        (name) => `delete from public."${name}"; insert into public."${name}" select * from kept."${name}";`,
      );
      touched.clear();
      // As a replica: no trigger fires and no key is followed, because all of it comes back at once.
      await admin.query(`begin; set local session_replication_role = replica; ${back.join(" ")} commit`);
    },
  };
}
