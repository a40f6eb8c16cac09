import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { Secret } from '../domain/secret.ts';
import { verifyAudit, type AuditVerdict } from '../services/audit/verify-audit.ts';
import { explainWrongCall } from './usage.ts';

/**
 * Checks an audit file: `audit verify FILE`.
 *
 * @returns 0 when it is intact, 1 when it is not, 2 when it cannot be read or the arguments are wrong
 */
export async function audit(args: readonly string[]): Promise<number> {
  const [action, path, ...rest] = args;
  if (action !== 'verify' || path === undefined || rest.length > 0) {
    return explainWrongCall('audit', 'It takes `verify` and one file.');
  }
  const key = process.env['AUDIT_SIGNING_KEY'];
  try {
    const verdict = await verifyFile(path, key ? new Secret(key) : null);
    const isEmpty = verdict.intact && verdict.lastHash === null;
    const lines = isEmpty
      ? [`${path} is empty. An audit trail holds a line from its beginning on: it was emptied.`]
      : describe(path, verdict, Boolean(key));
    const isFine = verdict.intact && !isEmpty;
    (isFine ? console.log : console.error)(lines.join('\n'));
    return isFine ? 0 : 1;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    console.error(`${path} cannot be read (${code}).`);
    return 2;
  }
}

async function verifyFile(path: string, key: Secret | null): Promise<AuditVerdict> {
  const input = createReadStream(path, 'utf8');
  // Readline would end quietly when the file cannot be opened.
  const opened = new Promise<never>((_resolve, reject) => input.once('error', reject));
  return Promise.race([verifyAudit(createInterface({ input, crlfDelay: Infinity }), key), opened]);
}

function describe(path: string, verdict: AuditVerdict, isKeyed: boolean): readonly string[] {
  if (!verdict.intact) return [`${path} is not intact. Line ${verdict.line} ${verdict.problem}`];
  const { entries, checkpoints, unchecked, follows, lastHash } = verdict;
  return [
    `${path} is intact: ${entries} entries, ${checkpoints} checkpoints.`,
    ...(isKeyed
      ? []
      : ['Signatures were not checked: set AUDIT_SIGNING_KEY to rule out that all was made anew.']),
    ...(unchecked === 0
      ? []
      : [`No checkpoint follows the last ${unchecked} entries: more may have stood behind them.`]),
    ...(follows === null ? [] : [`It goes on from the line with the hash ${follows}.`]),
    ...(lastHash === null ? [] : [`Its last line has the hash ${lastHash}.`]),
  ];
}
