import { createRequire as thermostatCreateRequire } from 'node:module';
const require = thermostatCreateRequire(import.meta.url);

// src/adapters/probe/probe.ts
import { request } from "node:http";
import { connect } from "node:net";
function probe(question) {
  return question.kind === "http" ? askHttp(question) : askTcp(question);
}
function askHttp({ address, port, path, timeoutSeconds }) {
  return new Promise((resolve) => {
    const asked = request({
      host: address,
      port,
      path,
      method: "GET",
      agent: false,
      headers: { host: hostOf(address, port), "user-agent": "thermostat-health", connection: "close" },
      maxHeaderSize: 16384,
      signal: AbortSignal.timeout(timeoutSeconds * 1e3)
    });
    asked.on("response", (answer) => {
      resolve({ kind: "status", status: answer.statusCode ?? 0 });
      answer.destroy();
    });
    asked.on("error", (error) => resolve(troubleOf(error, timeoutSeconds)));
    asked.end();
  });
}
function askTcp({ address, port, timeoutSeconds }) {
  return new Promise((resolve) => {
    const socket = connect({ host: address, port, signal: AbortSignal.timeout(timeoutSeconds * 1e3) });
    socket.on("connect", () => {
      resolve({ kind: "connected" });
      socket.destroy();
    });
    socket.on("error", (error) => resolve(troubleOf(error, timeoutSeconds)));
  });
}
function hostOf(address, port) {
  return address.includes(":") ? `[${address}]:${port}` : `${address}:${port}`;
}
var UNABLE = [
  "ENETUNREACH",
  "ENETDOWN",
  "EADDRNOTAVAIL",
  "EACCES",
  "EPERM",
  "EMFILE",
  "ENFILE"
];
var WORDS = {
  ECONNREFUSED: "nothing listens there",
  ECONNRESET: "the connection was reset",
  EHOSTUNREACH: "the host is not reachable",
  ETIMEDOUT: "no answer to the connection"
};
function troubleOf(error, seconds) {
  if (error.name === "AbortError" || error.name === "TimeoutError")
    return { kind: "silent", why: `no answer within ${seconds} s` };
  const code = error.code ?? "";
  if (UNABLE.includes(code)) return { kind: "unable", why: `this machine can't reach it (${code})` };
  return {
    kind: "silent",
    why: WORDS[code] ?? (code.startsWith("HPE_") ? "the answer is no HTTP" : code || error.name)
  };
}

export {
  probe
};
