import pg from "pg";

/** Tells open pages of a team that something changed: they fetch the page again. */
export type Changes = {
  /** Calls back on each change in one of these teams, until the returned function is called. */
  watch: (municipalityId: string, teamIds: string[], changed: () => void) => () => void;
  stop: () => Promise<void>;
};

type Watcher = { municipalityId: string; teamIds: string[]; changed: () => void };

const retryAfter = 2_000;

/** One LISTEN connection for the whole process; it comes back by itself when the database was away. */
export function listenForChanges(url: string, onLost: (error: Error) => void): Changes {
  const watchers = new Set<Watcher>();
  const state: { stopped: boolean; client: pg.Client | undefined; retry: NodeJS.Timeout | undefined } = {
    stopped: false,
    client: undefined,
    retry: undefined,
  };
  const tell = (payload: string) => {
    const [municipalityId, teamId = ""] = payload.split(" ");
    for (const watcher of watchers)
      if (watcher.municipalityId === municipalityId && watcher.teamIds.includes(teamId)) watcher.changed();
  };
  const open = async () => {
    const client = new pg.Client({ connectionString: url, application_name: "rechtspoor changes" });
    state.client = client;
    const again = (error: Error) => {
      if (state.stopped || state.client !== client) return;
      state.client = undefined;
      onLost(error);
      state.retry = setTimeout(() => void open(), retryAfter);
    };
    client.on("error", again);
    client.on("end", () => again(new Error("the LISTEN connection ended")));
    client.on("notification", ({ payload = "" }) => tell(payload));
    try {
      await client.connect();
      await client.query("listen changed");
    } catch (error) {
      again(error instanceof Error ? error : new Error("listen failed"));
    }
  };
  void open();
  return {
    watch: (municipalityId, teamIds, changed) => {
      const watcher = { municipalityId, teamIds, changed };
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    stop: async () => {
      state.stopped = true;
      clearTimeout(state.retry);
      await state.client?.end().catch(() => undefined);
    },
  };
}

/** For tests and commands that show no pages. */
export const noChanges: Changes = { watch: () => () => undefined, stop: () => Promise.resolve() };
