import type { Trouble } from './cannot-run.ts';

/** The oldest Node that reads TypeScript as it is without being asked to. */
const oldest = [22, 18] as const;

/** What is wrong with a version of Node such as `20.11.0`; nothing if it is new enough. */
export function complaintAboutNode(version: string): Trouble | undefined {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major > oldest[0] || (major === oldest[0] && minor >= oldest[1])) return undefined;
  return {
    code: 'node-too-old',
    message: `busbar needs Node ${oldest.join('.')} or newer, because it reads contracts in TypeScript as they are. This is Node ${version}.`,
    advice: 'Install a newer Node, or take the one from npm: npx --package node@22 --package @busbar/cli busbar check',
  };
}
