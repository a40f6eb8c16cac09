import { createHmac } from 'node:crypto';
import { canonicalQuery, encodeStrictly } from './encode.ts';
import type { ReceivedCall } from './received-call.ts';
import { missing, Refusal } from './refusal.ts';
import { isSameSignature } from './signature-claim.ts';
import type { SignatureClaim } from './signature-claim.ts';

/** The page of the RPC style says 31 minutes, the gateway's table of errors 15; the wider one refuses no honest client. */
const TOLERANCE_MINUTES = 31;

/**
 * Reads the older signature (HMAC-SHA1, `SignatureVersion` 1.0), whose parameters may travel in the query, in the form body or
 * in both.
 *
 * @see https://www.alibabacloud.com/help/en/sdk/product-overview/rpc-mechanism
 */
export function readRpcClaim(method: string, { parameters }: ReceivedCall): SignatureClaim {
  const values = new Map(parameters);
  const required = (name: string): string => {
    const value = values.get(name);
    if (!value) throw missing(name);
    return value;
  };
  const accessKeyId = required('AccessKeyId');
  const signature = required('Signature');
  if (required('SignatureMethod').toUpperCase() !== 'HMAC-SHA1')
    throw new Refusal(400, 'InvalidSignatureMethod', {
      message: 'Specified signature method is not valid.',
    });
  if (required('SignatureVersion') !== '1.0')
    throw new Refusal(400, 'InvalidSignatureVersion', {
      message: 'Specified parameter SignatureVersion is not valid.',
    });
  return {
    accessKeyId,
    securityToken: values.get('SecurityToken') ?? null,
    timestamp: required('Timestamp'),
    nonce: required('SignatureNonce'),
    toleranceMinutes: TOLERANCE_MINUTES,
    assertSignedWith: (secret) => {
      const stringToSign = rpcStringToSign(method, parameters);
      if (isSameSignature(signature, rpcSignature(secret, stringToSign))) return;
      // The real gateway repeats its string to sign, values of parameters included.
      throw new Refusal(400, 'SignatureDoesNotMatch', {
        message: `Specified signature is not matched with our calculation. server string to sign is:${stringToSign}`,
      });
    },
  };
}

/** @param parameters decoded; `Signature` among them is left out */
export function rpcStringToSign(
  method: string,
  parameters: Iterable<readonly [string, string]>,
): string {
  const signed = [...parameters].filter(([name]) => name !== 'Signature');
  return `${method}&%2F&${encodeStrictly(canonicalQuery(signed))}`;
}

export function rpcSignature(accessKeySecret: string, stringToSign: string): string {
  return createHmac('sha1', `${accessKeySecret}&`).update(stringToSign).digest('base64');
}
