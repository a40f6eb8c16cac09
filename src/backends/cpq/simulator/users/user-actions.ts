import { readObjectBody } from '../http/body.ts';
import type { Exchange, Handler } from '../http/exchange.ts';
import { isRecord } from '../http/json.ts';
import { badRequest, notFound, Problem } from '../http/problem.ts';
import { companyInPath } from '../http/targets.ts';
import { compileQuery } from '../query/query-language.ts';
import type { StoredTask } from '../site/model.ts';
import { readUserChanges } from './user-input.ts';
import { changeUser, keep, NO_CHANGES } from './user-keeping.ts';
import { allUsers } from './user-reads.ts';

/** `POST /users/actions/bulkUpdate`: activates or inactivates every user whom the criteria find. */
export const bulkUpdateUsers: Handler = (exchange) => {
  const body = readObjectBody(exchange.request);
  const { userData, criteria } = body;
  if (!isRecord(userData) || Object.keys(userData).join() !== 'status')
    throw badRequest('userData changes the status, and nothing else', 'userData');
  const q = isRecord(criteria) ? criteria['q'] : undefined;
  if (typeof q !== 'string') throw badRequest('criteria.q is required', 'criteria');
  const { status } = readUserChanges(userData, exchange);
  const { rows, view, knows } = allUsers(exchange);
  const meets = compileQuery(q, { switches: exchange.site.switches, knows });
  for (const user of rows.filter((row) => meets(view(row)))) {
    const changes = { ...NO_CHANGES, status };
    keep(changeUser(user, changes, exchange), user, changes, exchange);
  }
  return { status: 204 };
};

/**
 * `POST …/users/actions/import`: takes the zip file in the part `file` and answers with a task. The layout of the
 * file is not published, so nothing is read out of it.
 */
export const importUsers: Handler = (exchange) => {
  if (exchange.params['company'] !== undefined) companyInPath(exchange);
  if (!holdsZip(filePart(exchange))) throw badRequest('The part file is not a zip file.');
  const task = exchange.site.store.addTask();
  // The pages of version 16 print another relation than those of 19.
  const rel = exchange.version === 16 ? 'related' : 'self';
  return {
    status: 200,
    body: { taskId: task.id, links: [{ rel, href: taskHref(task, exchange) }] },
  };
};

/** `GET /tasks` */
export const listTasks: Handler = (exchange) => {
  const items = exchange.site.store.tasks().map((task) => renderTask(task, exchange));
  const links = [{ rel: 'self', href: `${exchange.base}/tasks` }];
  return { status: 200, body: { items, links } };
};

/** `GET /tasks/{task}` */
export const getTask: Handler = (exchange) => ({
  status: 200,
  body: renderTask(taskInPath(exchange), exchange),
});

/** `DELETE /tasks/{task}` */
export const deleteTask: Handler = (exchange) => {
  exchange.site.store.removeTask(taskInPath(exchange).id);
  return { status: 204 };
};

function taskInPath({ site, params }: Exchange): StoredTask {
  const task = site.store.tasks().find(({ id }) => String(id) === params['task']);
  if (task === undefined) throw notFound('The task does not exist.');
  return task;
}

function renderTask(task: StoredTask, exchange: Exchange) {
  return {
    id: task.id,
    dateModified: toUsText(task.modifiedAt),
    links: [{ rel: 'self', href: taskHref(task, exchange) }],
  };
}

function taskHref({ id }: StoredTask, { base }: Exchange): string {
  return `${base}/tasks/${id}`;
}

/** Tasks bear US dates, as `11/16/2026 3:44 AM`, where everything else has ISO ones. */
function toUsText(date: Date): string {
  const hours = date.getUTCHours();
  const day = `${date.getUTCMonth() + 1}/${date.getUTCDate()}/${date.getUTCFullYear()}`;
  const minutes = String(date.getUTCMinutes()).padStart(2, '0');
  return `${day} ${hours % 12 || 12}:${minutes} ${hours < 12 ? 'AM' : 'PM'}`;
}

function filePart({ request }: Exchange): Buffer {
  const contentType = request.headers['content-type'] ?? '';
  const boundary = /^multipart\/form-data;.*\bboundary=(?:"([^"]+)"|([^\s;]+))/i.exec(contentType);
  if (boundary === null) throw new Problem(415, 'The body is not declared as multipart/form-data.');
  const text = request.body.toString('latin1');
  const parts = text.split(`--${boundary[1] ?? boundary[2]}`);
  const part = parts.find((candidate) => /^[^]{0,500}\bname="?file"?[;\r\n]/i.test(candidate));
  const start = part?.indexOf('\r\n\r\n') ?? -1;
  if (part === undefined || start < 0) throw badRequest('The part file is missing.');
  return Buffer.from(part.slice(start + 4), 'latin1');
}

function holdsZip(file: Buffer): boolean {
  return ['504b0304', '504b0506'].includes(file.subarray(0, 4).toString('hex'));
}
