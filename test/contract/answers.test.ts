import { describeContract } from './contract-suite.ts';
import { readDialects } from './dialects.ts';

for (const [definition, dialects] of await readDialects()) {
  describeContract(definition, dialects, 'answers');
}
