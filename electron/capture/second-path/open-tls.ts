import type { X509Certificate } from 'node:crypto';
import { isIP, type Socket } from 'node:net';
import { connect, type TLSSocket } from 'node:tls';
import type { OwnTls } from './messages.ts';

/** A chain longer than this is not one that a server needs. */
const longestChain = 10;

/**
 * TLS over a connection that stands. The handshake is finished whatever the certificate is like: what was sent and the
 * verdict on it are the result, and the caller decides whether to go on.
 *
 * @throws {Error} where there is no handshake
 */
export async function openTls(
  socket: Socket,
  host: string,
  anchors?: readonly string[],
): Promise<{ socket: TLSSocket; tls: OwnTls }> {
  const secured = connect({
    socket,
    host, // whose name the certificate must bear
    ...(isIP(host) ? {} : { servername: host }),
    rejectUnauthorized: false, // the verdict is taken below, and nothing is sent before
    ALPNProtocols: ['http/1.1'],
    ...(anchors && { ca: [...anchors] }),
  });
  await new Promise<void>((done, fail) => {
    secured.once('secureConnect', done).once('error', fail);
    secured.once('close', () => fail(Object.assign(new Error('closed in the handshake'), { code: 'ECONNRESET' })));
  });
  secured.on('error', () => undefined); // told by whoever reads from it
  const chain = chainOf(secured.getPeerX509Certificate());
  // Node's types call it an Error; it is the code of OpenSSL or of Node's own check of the host name.
  const error = secured.authorizationError as Error | string | undefined;
  return {
    socket: secured,
    tls: {
      protocol: secured.getProtocol() ?? 'unknown',
      cipher: secured.getCipher().standardName,
      certificateError: secured.authorized ? null : codeOf(error),
      chain: chain.map((one) => ({
        sha256: one.fingerprint256.replaceAll(':', '').toLowerCase(),
        subject: one.subject.replaceAll('\n', ', ').toWellFormed().slice(0, 500),
        validTo: new Date(one.validTo).toISOString(),
      })),
      pem: chain.map((one) => one.toString()),
    },
  };
}

function codeOf(error: Error | string | null | undefined): string {
  if (typeof error === 'string') return error;
  return (error as NodeJS.ErrnoException | null)?.code ?? error?.message.slice(0, 100) ?? 'not verified';
}

/** As the server sent it, leaf first, with the root that Node found for it where it found one. */
function chainOf(leaf: X509Certificate | undefined): X509Certificate[] {
  const chain: X509Certificate[] = [];
  for (let one = leaf; one && chain.length < longestChain; one = one.issuerCertificate) {
    const { fingerprint256: print } = one;
    if (chain.some(({ fingerprint256 }) => fingerprint256 === print)) break;
    chain.push(one);
  }
  return chain;
}
