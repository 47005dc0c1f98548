import type { Row } from './row.ts';
import { failingHandler } from './rows/a08-failing-handler.ts';
import { poisonMessage } from './rows/a09-poison-message.ts';
import { timeToLive } from './rows/a10-time-to-live.ts';
import { chainOfHandlers } from './rows/a11-chain-of-handlers.ts';
import { stoppedDispatch } from './rows/a12-stopped-dispatch.ts';
import { storm } from './rows/a13-storm.ts';
import { feedbackLoop } from './rows/a14-feedback-loop.ts';
import { slowConsumer } from './rows/a15-slow-consumer.ts';
import { mountAndUnmount } from './rows/a16-mount-and-unmount.ts';
import { randomPayloads } from './rows/a17-random-payloads.ts';
import { topicPatterns } from './rows/a19-topic-patterns.ts';
import { foreignTopics } from './rows/a21-foreign-topics.ts';

/** The rows of the acceptance table, in its order. */
export const rows: readonly Row[] = [
  failingHandler,
  poisonMessage,
  timeToLive,
  chainOfHandlers,
  stoppedDispatch,
  storm,
  feedbackLoop,
  slowConsumer,
  mountAndUnmount,
  randomPayloads,
  topicPatterns,
  foreignTopics,
];
