// The real program over a ledger made for the test.
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";

export const home = resolve(import.meta.dirname ?? new URL(".", import.meta.url).pathname, "../..");
const program = process.env.SANAD_PROGRAM ?? join(home, "sanad");

/** Adds articles to a new ledger and serves it. `inputs` are paths; `lines` are JSON lines for standard input; `demo` serves the sample story as `sanad demo` does; `options` and `environment` go to the server. */
export async function serve({ inputs = [], lines, demo = false, options = [], environment = {} }) {
  const folder = mkdtempSync(join(tmpdir(), "sanad-browser-"));
  const ledger = join(folder, "ledger.db");
  if (!demo) {
    const added = spawnSync(program, ["add", "--db", ledger, ...inputs, ...(lines ? ["-"] : [])], { input: lines, encoding: "utf8" });
    if (added.status !== 0) throw new Error(`add ended with ${added.status}: ${added.stderr}`);
  }
  const server = spawn(program, demo ? ["demo", "--serve", "--db", ledger] : ["serve", "--db", ledger, "--urls", "http://127.0.0.1:0", ...options], { stdio: ["ignore", "pipe", "inherit"], cwd: home, env: { ...process.env, ...environment } });
  const [address] = await new Promise((tell, fail) => {
    createInterface(server.stdout).once("line", (line) => tell([line]));
    server.once("exit", (code) => fail(new Error(`serve ended with ${code}`)));
  });
  return {
    address: new URL(address).origin,
    /** A token with the scope. */
    token: (scope) => spawnSync(program, ["token", "add", "Ratna", "--scope", scope, "--db", ledger], { encoding: "utf8" }).stdout.trim(),
    stop: async () => {
      const ended = new Promise((tell) => server.once("exit", tell));
      server.kill("SIGINT");
      await ended;
      rmSync(folder, { recursive: true });
    },
  };
}
