// A small OpenID provider on loopback: whoever comes is let in at once.
import { createHash, createSign, generateKeyPairSync, randomBytes } from "node:crypto";
import { createServer } from "node:http";

export async function provide(account) {
  const { publicKey, privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const grants = new Map();
  const encoded = (part) => Buffer.from(JSON.stringify(part)).toString("base64url");
  const server = createServer(async (request, response) => {
    const issuer = `http://127.0.0.1:${server.address().port}`;
    const url = new URL(request.url, issuer);
    const json = (body, status = 200) => response.writeHead(status, { "Content-Type": "application/json" }).end(JSON.stringify(body));
    if (url.pathname === "/.well-known/openid-configuration") {
      json({ issuer, authorization_endpoint: `${issuer}/authorize`, token_endpoint: `${issuer}/token`, jwks_uri: `${issuer}/keys`, end_session_endpoint: `${issuer}/bye`, response_types_supported: ["code"], subject_types_supported: ["public"], id_token_signing_alg_values_supported: ["RS256"] });
    } else if (url.pathname === "/keys") {
      json({ keys: [{ ...publicKey.export({ format: "jwk" }), kid: "k1", use: "sig", alg: "RS256" }] });
    } else if (url.pathname === "/authorize") {
      const code = randomBytes(12).toString("base64url");
      grants.set(code, { challenge: url.searchParams.get("code_challenge"), nonce: url.searchParams.get("nonce") });
      const back = new URL(url.searchParams.get("redirect_uri"));
      back.searchParams.set("code", code);
      back.searchParams.set("state", url.searchParams.get("state"));
      response.writeHead(302, { Location: back.href }).end();
    } else if (url.pathname === "/token") {
      let body = "";
      for await (const part of request) body += part;
      const form = new URLSearchParams(body);
      const grant = grants.get(form.get("code"));
      grants.delete(form.get("code"));
      if (!grant || createHash("sha256").update(form.get("code_verifier") ?? "").digest("base64url") !== grant.challenge) return void json({ error: "invalid_grant" }, 400);
      const now = Math.floor(Date.now() / 1000);
      const signed = `${encoded({ alg: "RS256", typ: "JWT", kid: "k1" })}.${encoded({ iss: issuer, aud: form.get("client_id"), iat: now, nbf: now, exp: now + 300, nonce: grant.nonce, ...account })}`;
      json({ access_token: "none", token_type: "Bearer", id_token: `${signed}.${createSign("RSA-SHA256").update(signed).sign(privateKey, "base64url")}` });
    } else {
      response.writeHead(404).end();
    }
  });
  await new Promise((tell) => server.listen(0, "127.0.0.1", tell));
  return { issuer: `http://127.0.0.1:${server.address().port}`, stop: () => { server.closeAllConnections(); server.close(); } };
}
