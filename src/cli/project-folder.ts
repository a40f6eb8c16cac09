import { fileURLToPath } from 'node:url';

/** The folder that holds `schema/`, `operations/` and `docs/`, with a slash at its end. */
export const PROJECT_FOLDER = fileURLToPath(new URL('../../', import.meta.url));
