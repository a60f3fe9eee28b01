import { createServer, type Server, type Socket } from "node:net";

/** A mail as it came in over SMTP. */
type Received = { to: string; messageId: string; subject: string; body: string };

export type PostOffice = { url: string; received: Received[]; stop: () => Promise<void> };

/** A real, small SMTP server on loopback that takes every mail and remembers it. */
export async function openPostOffice(): Promise<PostOffice> {
  const received: Received[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    socket.on("error", () => undefined);
    serve(socket, received);
  });
  const port = await listening(server);
  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    stop: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}

function listening(server: Server): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      resolve(typeof address === "object" && address !== null ? address.port : 0);
    });
  });
}

function serve(socket: Socket, received: Received[]): void {
  const state = { text: "", inData: false, to: "" };
  const say = (line: string) => socket.write(`${line}\r\n`);
  say("220 loopback");
  socket.on("data", (chunk) => {
    state.text += chunk.toString("utf8");
    for (;;) {
      const end = state.inData ? "\r\n.\r\n" : "\r\n";
      const at = state.text.indexOf(end);
      if (at < 0) return;
      const piece = state.text.slice(0, at);
      state.text = state.text.slice(at + end.length);
      if (state.inData) {
        state.inData = false;
        received.push(parse(state.to, piece));
        say("250 taken");
        continue;
      }
      const command = piece.slice(0, 4).toUpperCase();
      if (command === "RCPT") state.to = /<([^>]*)>/.exec(piece)?.[1] ?? "";
      if (command === "DATA") {
        state.inData = true;
        say("354 go on");
      } else if (command === "QUIT") {
        say("221 bye");
        socket.end();
      } else say("250 ok");
    }
  });
}

function parse(to: string, mail: string): Received {
  const [head = "", ...rest] = mail.split("\r\n\r\n");
  const header = (name: string) => new RegExp(`^${name}:\\s*(.*)$`, "im").exec(head)?.[1] ?? "";
  return { to, messageId: header("message-id"), subject: header("subject"), body: rest.join("\r\n\r\n") };
}
