const ANSWER_WITHIN_MS = 1_000;

/**
 * Waits for a store, but not for one that hangs: a store that is silent for a second counts as down.
 *
 * @throws Error when the answer is late; what the work throws
 */
export async function answerInTime<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(
      () => reject(new Error('The store did not answer in time.')),
      ANSWER_WITHIN_MS,
    );
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
