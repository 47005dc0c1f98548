import { expect, it } from 'vitest';
import { complaintAboutNode } from './complaint-about-node.ts';

it.each(['20.11.0', '22.17.9', '21.9.0'])('complains about %s', (version) => {
  expect(complaintAboutNode(version)?.message).toContain(`This is Node ${version}.`);
});

it.each(['22.18.0', '22.22.3', '24.0.0', '26.10.0'])('takes %s', (version) => {
  expect(complaintAboutNode(version)).toBeUndefined();
});
