import type { SimulatorRequest } from '../../../simulation/server.ts';
import type { ReceivedCall } from './received-call.ts';
import { missing, Refusal } from './refusal.ts';
import type { SignatureClaim } from './signature-claim.ts';
import type { Switches } from './switches.ts';
import { readAcs3Claim } from './verify-acs3.ts';
import { readRpcClaim } from './verify-rpc.ts';

/** @throws Refusal when the call is not signed by the credential, too old, or a repetition */
export type Authenticate = (request: SimulatorRequest, call: ReceivedCall) => void;

/** Longest tolerance of both schemes: a nonce must not be accepted again while its timestamp still is. */
const NONCE_MEMORY_MS = 2 * 31 * 60_000;

export function createAuthenticate(switches: Switches, now: () => number): Authenticate {
  const nonces = createNonceMemory(now);
  return (request, call) => {
    const claim = readClaim(request, call);
    assertAccessKey(claim, switches);
    assertFresh(claim, now());
    assertSecurityToken(claim, switches);
    claim.assertSignedWith(switches.accessKeySecret);
    if (!nonces.add(claim.nonce))
      throw new Refusal(400, 'SignatureNonceUsed', {
        message: 'Specified signature nonce was used already.',
      });
  };
}

function readClaim(request: SimulatorRequest, call: ReceivedCall): SignatureClaim {
  if (call.scheme === 'acs3') return readAcs3Claim(request);
  if (call.scheme === 'rpc') return readRpcClaim(request.method, call);
  throw missing(
    call.parameters.some(([name]) => name === 'AccessKeyId') ? 'Signature' : 'AccessKeyId',
  );
}

function assertAccessKey({ accessKeyId }: SignatureClaim, switches: Switches): void {
  if (accessKeyId !== switches.accessKeyId)
    throw new Refusal(404, 'InvalidAccessKeyId.NotFound', {
      message: 'Specified access key is not found.',
    });
  if (switches.accessKeyInactive)
    throw new Refusal(400, 'InvalidAccessKeyId.Inactive', {
      message: 'Specified access key is disabled.',
    });
}

function assertFresh({ timestamp, toleranceMinutes }: SignatureClaim, nowMs: number): void {
  const time = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(timestamp) ? Date.parse(timestamp) : NaN;
  if (Number.isNaN(time))
    throw new Refusal(400, 'InvalidTimeStamp.Format', {
      message: 'Specified time stamp is not well formed.',
    });
  if (Math.abs(nowMs - time) > toleranceMinutes * 60_000)
    throw new Refusal(400, 'InvalidTimeStamp.Expired', {
      message: 'Specified time stamp or date value is expired.',
    });
}

function assertSecurityToken({ securityToken }: SignatureClaim, switches: Switches): void {
  if (switches.sts && !securityToken)
    throw new Refusal(400, 'MissingSecurityToken', {
      message: 'SecurityToken is mandatory for this action.',
    });
  if (!switches.sts && securityToken) throw invalidToken('MismatchWithAccessKey');
  if (switches.sts && securityToken !== switches.securityToken) throw invalidToken('Malformed');
  if (switches.sts && switches.securityTokenExpired) throw invalidToken('Expired');
}

function invalidToken(reason: string): Refusal {
  return new Refusal(400, `InvalidSecurityToken.${reason}`, {
    message: 'Specified SecurityToken is not valid.',
  });
}

function createNonceMemory(now: () => number) {
  const seen = new Map<string, number>();
  return {
    /** @returns false when the nonce was used before */
    add: (nonce: string): boolean => {
      const time = now();
      for (const [old, usedAt] of seen) {
        if (time - usedAt <= NONCE_MEMORY_MS) break;
        seen.delete(old);
      }
      if (seen.has(nonce)) return false;
      seen.set(nonce, time);
      return true;
    },
  };
}
