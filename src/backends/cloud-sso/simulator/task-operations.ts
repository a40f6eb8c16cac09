import { principalName, TARGET_TYPE, toAssignment } from './assignment.ts';
import type { OperationContext, Operations } from './operation.ts';
import { entityAlreadyExists, entityNotExists, Refusal } from './refusal.ts';
import { assignmentKey, createId, PRINCIPAL_TYPES, toTime } from './state.ts';
import type { AssignmentKey, DirectoryState, Task } from './state.ts';

/** Assignments come and go asynchronously: the answer is a task, and `GetTask` tells how it ended. */
export const taskOperations: Operations = {
  CreateAccessAssignment: (context) => {
    const assignment = readAssignment(context);
    assertNoTaskUnderWay(context.state, assignment);
    // What the service does with an assignment that exists is unknown.
    if (context.state.assignments.has(assignmentKey(assignment)))
      throw entityAlreadyExists('AccessAssignment');
    return { Task: startTask(context, 'CreateAccessAssignment', assignment) };
  },

  DeleteAccessAssignment: (context) => {
    const assignment = readAssignment(context);
    context.parameters.choice('DeprovisionStrategy', [
      'None',
      'DeprovisionForLastAccessAssignmentOnAccount',
    ]);
    assertNoTaskUnderWay(context.state, assignment);
    if (!context.state.assignments.has(assignmentKey(assignment)))
      throw entityNotExists('AccessAssignment');
    return { Task: startTask(context, 'DeleteAccessAssignment', assignment) };
  },

  GetTask: (context) => {
    const { parameters, state } = context;
    const task = state.tasks.get(parameters.required('TaskId'));
    if (task === undefined) throw entityNotExists('Task');
    if (task.Status === 'InProgress' && task.pollsLeft <= 0) endTask(task, context);
    task.pollsLeft -= 1;
    return {
      Task: {
        ...toTask(task, state),
        StartTime: toTime(task.startedAtMs),
        EndTime: task.EndTime,
        ...(task.Status === 'Failed' && { FailureReason: task.FailureReason }),
      },
    };
  },
};

/** Ends the tasks whose time is over. */
export function endOldTasks(context: OperationContext): void {
  const startedBefore = context.now() - context.switches.taskSeconds * 1000;
  for (const task of context.state.tasks.values())
    if (task.Status === 'InProgress' && task.startedAtMs <= startedBefore) endTask(task, context);
}

function readAssignment({ parameters, state }: OperationContext): AssignmentKey {
  parameters.requiredChoice('TargetType', [TARGET_TYPE]);
  const assignment: AssignmentKey = {
    AccessConfigurationId: parameters.required('AccessConfigurationId'),
    TargetId: parameters.required('TargetId'),
    PrincipalType: parameters.requiredChoice('PrincipalType', PRINCIPAL_TYPES),
    PrincipalId: parameters.required('PrincipalId'),
  };
  if (!state.accessConfigurations.has(assignment.AccessConfigurationId))
    throw entityNotExists('AccessConfiguration');
  if (!state.accounts.has(assignment.TargetId)) throw entityNotExists('Target');
  if (principalName(assignment, state) === null) throw entityNotExists(assignment.PrincipalType);
  return assignment;
}

function assertNoTaskUnderWay({ tasks }: DirectoryState, assignment: AssignmentKey): void {
  const key = assignmentKey(assignment);
  for (const task of tasks.values())
    if (task.Status === 'InProgress' && assignmentKey(task.assignment) === key)
      throw new Refusal(409, 'OperationConflict.Task', {
        message: 'Another task on the same resource is in progress.',
      });
}

function startTask(
  { state, switches, now }: OperationContext,
  TaskType: Task['TaskType'],
  assignment: AssignmentKey,
) {
  const task: Task = {
    TaskId: createId('t'),
    TaskType,
    assignment,
    startedAtMs: now(),
    Status: 'InProgress',
    EndTime: '',
    FailureReason: '',
    pollsLeft: switches.taskPolls,
  };
  state.tasks.set(task.TaskId, task);
  return toTask(task, state);
}

function endTask(task: Task, { state, switches, now }: OperationContext): void {
  task.EndTime = toTime(now());
  task.Status = switches.tasksFail ? 'Failed' : 'Success';
  if (switches.tasksFail) {
    task.FailureReason = 'The target account could not be reached.';
    return;
  }
  const key = assignmentKey(task.assignment);
  if (task.TaskType === 'DeleteAccessAssignment') state.assignments.delete(key);
  else state.assignments.set(key, { ...task.assignment, CreateTime: task.EndTime });
}

function toTask({ TaskId, TaskType, Status, assignment }: Task, state: DirectoryState) {
  return { TaskId, TaskType, Status, ...toAssignment(assignment, state) };
}
