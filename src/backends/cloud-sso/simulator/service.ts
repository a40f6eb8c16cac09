import { randomUUID } from 'node:crypto';
import type { SimulatorBehaviour, SimulatorRequest } from '../../../simulation/server.ts';
import { accessOperations } from './access-operations.ts';
import { createAnswers } from './answer.ts';
import { createAuthenticate } from './authenticate.ts';
import { accountOperations, directoryOperations } from './directory-operations.ts';
import { gatewayError, noPermission } from './gateway-errors.ts';
import { groupOperations, membershipOperations } from './group-operations.ts';
import { mfaOperations } from './mfa-operations.ts';
import type { Operation, OperationContext, Operations } from './operation.ts';
import { createParameters } from './parameters.ts';
import { passwordOperations } from './password-operations.ts';
import { policyOperations } from './policy-operations.ts';
import { readCall } from './received-call.ts';
import type { ReceivedCall } from './received-call.ts';
import { entityNotExists, missing, Refusal } from './refusal.ts';
import type { DirectoryState } from './state.ts';
import type { Switches } from './switches.ts';
import { endOldTasks, taskOperations } from './task-operations.ts';
import { createThrottle, throttled } from './throttle.ts';
import { userOperations } from './user-operations.ts';

const VERSION = '2021-05-15';
const WRITES = /^(?:Create|Update|Delete|Add|Remove|Reset|Set|Enable|Disable|Tag|Untag)/;

/** Operations that act within a directory: each needs `DirectoryId`. */
const OPERATIONS_OF_A_DIRECTORY: Operations = {
  ...directoryOperations,
  ...userOperations,
  ...passwordOperations,
  ...policyOperations,
  ...groupOperations,
  ...membershipOperations,
  ...mfaOperations,
  ...accessOperations,
  ...taskOperations,
};

export interface ServiceParts {
  readonly state: DirectoryState;
  readonly switches: Switches;
  readonly now: () => number;
}

/** The service behind the endpoint: one path, the operation named by the call. */
export function createService(parts: ServiceParts): SimulatorBehaviour {
  const answers = createAnswers(parts.switches, parts.now);
  const perform = createPerform(parts);
  const newRequestId = () => randomUUID().toUpperCase();

  return {
    identify: (request) => {
      const operation = readCall(request).action ?? 'unknown';
      return { operation, write: WRITES.test(operation) };
    },
    handle: (request) => {
      const call = readCall(request);
      const requestId = newRequestId();
      try {
        return answers.success(call, requestId, perform(request, call));
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        return answers.refusal(call, requestId, error);
      }
    },
    errorAnswer: (status, request) =>
      answers.refusal(readCall(request), newRequestId(), gatewayError(status)),
    throttleAnswer: ({ retryAfterSeconds }, request) => {
      const refusal = throttled(retryAfterSeconds === undefined ? null : retryAfterSeconds * 1000);
      return answers.refusal(readCall(request), newRequestId(), refusal);
    },
  };
}

/** The steps of a call in the order of their refusals: protocol, operation, credential, permission, flow, parameters. */
function createPerform({ state, switches, now }: ServiceParts) {
  const authenticate = createAuthenticate(switches, now);
  const throttle = createThrottle(switches, now);
  return (request: SimulatorRequest, call: ReceivedCall) => {
    assertProtocol(request, call);
    const { action, run } = findOperation(call);
    authenticate(request, call);
    if (switches.deniedOperations.includes(action)) throw noPermission(action);
    throttle(action);
    const parameters = createParameters(call.parameters);
    const context: OperationContext = { parameters, state, switches, now };
    endOldTasks(context);
    return run(context);
  };
}

function assertProtocol(request: SimulatorRequest, call: ReceivedCall): void {
  if (request.path !== '/')
    throw new Refusal(404, 'InvalidApi.NotFound', {
      message: 'Specified api is not found, please check your url and method.',
    });
  if (request.method !== 'GET' && request.method !== 'POST')
    throw new Refusal(400, 'UnsupportedHTTPMethod', {
      message: 'This http method is not supported.',
    });
  if (call.formatUnknown)
    throw new Refusal(400, 'InvalidParameter.Format', {
      message: 'Specified parameter Format is not valid.',
    });
}

function findOperation({ action, version }: ReceivedCall) {
  if (action === null) throw missing('Action');
  if (version === null) throw missing('Version');
  if (version !== VERSION)
    throw new Refusal(400, 'InvalidVersion', {
      message: 'Specified parameter Version is not valid.',
    });
  const ofAccount = find(accountOperations, action);
  if (ofAccount !== null) return { action, run: ofAccount };
  const ofDirectory = find(OPERATIONS_OF_A_DIRECTORY, action);
  if (ofDirectory !== null) return { action, run: inDirectory(ofDirectory) };
  throw new Refusal(404, 'InvalidAction.NotFound', {
    message: 'Specified api is not found, please check your url and method.',
  });
}

function find(operations: Operations, action: string): Operation | null {
  return Object.hasOwn(operations, action) ? (operations[action] ?? null) : null;
}

function inDirectory(operation: Operation): Operation {
  return (context) => {
    const { DirectoryId } = context.state.directory;
    if (context.parameters.required('DirectoryId') !== DirectoryId)
      throw entityNotExists('Directory');
    return operation(context);
  };
}
