/**
 * Where an error was raised: functions, files and lines. A message may quote a backend's answer or a caller's value; the
 * frames, which follow it in the stack, cannot.
 */
export function framesOf({ stack = '', message }: Error): string {
  return stack
    .slice(stack.indexOf(message) + message.length)
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .join('\n');
}
