import { createHmac } from 'node:crypto';
import {
  RateLimiterMemory,
  RateLimiterRedis,
  RateLimiterRes,
  type RateLimiterAbstract,
} from 'rate-limiter-flexible';
import type { Ref } from '../../domain/model.ts';
import type { Secret } from '../../domain/secret.ts';
import { userError, type UserError } from '../../domain/user-write.ts';
import { answerInTime } from '../../storage/answer-in-time.ts';
import type { RedisClient } from '../../storage/redis.ts';
import { ledgerUnavailable } from '../idempotency/idempotency.ts';

/** How many password resets are let through; 0: any number. */
export interface ResetLimits {
  readonly perCallerPerMinute: number;
  readonly perTargetPerHour: number;
  readonly perBackendPerMinute: number;
}

/** Counts password resets, so that neither a caller nor an accident resets many accounts or one account often. */
export interface ResetBudgets {
  /**
   * Counts one reset against its caller, its account and its backend.
   *
   * @param ref the account as read: an account with several ids has one budget
   * @returns why it may not be done; `null` when it may. An attempt that is refused here still counts for its caller.
   */
  take(subject: string, ref: Ref): Promise<UserError | null>;
}

interface Budget {
  readonly limiter: RateLimiterAbstract;
  readonly keyOf: (subject: string, ref: Ref) => string;
  /** Begins the message of a refusal. */
  readonly exceeded: string;
}

const MINUTE = 60;
const HOUR = 3600;

/** Where replicas count together. */
export interface SharedCounters {
  /** Connected, without an offline queue. */
  readonly redis: RedisClient;
  /** Key of the hashes under which callers and accounts stand there; the same in all replicas. */
  readonly ledgerKey: Secret;
}

/** @param shared `null`: this process counts alone */
export function createResetBudgets(
  limits: ResetLimits,
  shared: SharedCounters | null = null,
): ResetBudgets {
  const redis = shared?.redis ?? null;
  const storedName = (key: string): string =>
    shared === null
      ? key
      : createHmac('sha256', shared.ledgerKey.reveal()).update(key).digest('hex');
  const budgets = [
    budget(
      redis,
      { name: 'caller', points: limits.perCallerPerMinute, seconds: MINUTE },
      {
        keyOf: (subject) => subject,
        exceeded: 'You have reset too many passwords within a minute.',
      },
    ),
    budget(
      redis,
      { name: 'target', points: limits.perTargetPerHour, seconds: HOUR },
      {
        keyOf: (_subject, { backend, nativeId }) => `${backend}/${nativeId}`,
        exceeded: 'The password of this account was reset too often within an hour.',
      },
    ),
    budget(
      redis,
      { name: 'backend', points: limits.perBackendPerMinute, seconds: MINUTE },
      {
        keyOf: (_subject, { backend }) => backend,
        exceeded: 'Too many passwords of this backend were reset within a minute.',
      },
    ),
  ].filter((one) => one !== null);
  return {
    take: async (subject, ref) => {
      for (const { limiter, keyOf, exceeded } of budgets) {
        const refusal = await consume(limiter, storedName(keyOf(subject, ref)), exceeded);
        if (refusal !== null) return refusal;
      }
      return null;
    },
  };
}

function budget(
  redis: RedisClient | null,
  { name, points, seconds }: { name: string; points: number; seconds: number },
  rest: Omit<Budget, 'limiter'>,
): Budget | null {
  if (points === 0) return null;
  const options = { points, duration: seconds, keyPrefix: `user-gateway:resets:${name}` };
  const limiter =
    redis === null
      ? new RateLimiterMemory(options)
      : new RateLimiterRedis({
          ...options,
          storeClient: redis,
          useRedisPackage: true,
          rejectIfRedisNotReady: true,
        });
  return { limiter, ...rest };
}

async function consume(
  limiter: RateLimiterAbstract,
  key: string,
  exceeded: string,
): Promise<UserError | null> {
  try {
    await answerInTime(limiter.consume(key));
    return null;
  } catch (error) {
    // The library rejects with its result when the budget is spent, and with an Error when its store fails.
    if (!(error instanceof RateLimiterRes)) return ledgerUnavailable();
    const seconds = Math.max(1, Math.ceil(error.msBeforeNext / 1000));
    return userError('RATE_LIMITED', `${exceeded} Try again in ${seconds} seconds.`, {
      retryable: true,
    });
  }
}
