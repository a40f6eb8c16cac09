import type { SimulatorAnswer } from '../../../simulation/server.ts';
import type { ReceivedCall } from './received-call.ts';
import type { Refusal } from './refusal.ts';
import { renderXml } from './render-xml.ts';
import type { Switches } from './switches.ts';

type Members = Readonly<Record<string, unknown>>;

/** Writes answers in the format that a call asked for. */
export interface Answers {
  success(call: ReceivedCall, requestId: string, members: Members): SimulatorAnswer;
  refusal(call: ReceivedCall, requestId: string, refusal: Refusal): SimulatorAnswer;
}

export function createAnswers(switches: Switches, now: () => number): Answers {
  const answer = (call: ReceivedCall, requestId: string, content: AnswerContent) => ({
    status: content.status,
    headers: {
      date: new Date(now()).toUTCString(),
      'x-acs-request-id': requestId,
      // A client of the vendor reads an XML error only with exactly this content type.
      'content-type': `${call.format === 'xml' ? 'text/xml' : 'application/json'};charset=utf-8`,
      ...content.headers,
    },
    body:
      call.format === 'xml'
        ? renderXml(content.root, content.members)
        : JSON.stringify(content.members),
  });
  return {
    success: (call, requestId, members) =>
      answer(call, requestId, {
        status: 200,
        root: `${call.action}Response`,
        members: {
          RequestId: requestId,
          ...(switches.unsetFields === 'omitted' ? withoutUnset(members) : members),
        },
      }),
    refusal: (call, requestId, refusal) =>
      answer(call, requestId, {
        status: refusal.status,
        root: 'Error',
        headers: refusal.headers,
        members: {
          RequestId: requestId,
          HostId: call.host,
          Code: refusal.code,
          Message: refusal.message,
          Recommend: `https://api.aliyun.com/troubleshoot?q=${refusal.code}&product=cloudsso&requestId=${requestId}`,
          ...refusal.members,
        },
      }),
  };
}

interface AnswerContent {
  readonly status: number;
  /** Name of the XML root. */
  readonly root: string;
  readonly members: Members;
  readonly headers?: Readonly<Record<string, string>>;
}

function withoutUnset(members: Members): Members {
  return Object.fromEntries(
    Object.entries(members)
      .filter(([, value]) => value !== '')
      .map(([name, value]) => [name, withoutUnsetInside(value)]),
  );
}

function withoutUnsetInside(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutUnsetInside);
  return typeof value === 'object' && value !== null ? withoutUnset({ ...value }) : value;
}
