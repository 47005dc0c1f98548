import { html, type Markup } from '../html/html.ts';
import type { Meeting, VersionChange } from './compare-versions.ts';

const verdicts: Record<Meeting['verdict'], { badge: string; words: string }> = {
  fits: { badge: 'badge-accent', words: 'fits' },
  cast: { badge: 'badge-warning', words: 'fits after a cast' },
  breaks: { badge: 'badge-danger', words: 'breaks' },
  unknown: { badge: '', words: 'cannot be compared' },
};

/** A step between two versions in both directions, because on a page both versions meet. */
export function drawChange({ previous, current, backward, forward }: VersionChange): Markup {
  return html`<div class="meetings">
${drawMeeting(current.version, previous.version, backward)}
${drawMeeting(previous.version, current.version, forward)}
</div>`;
}

/** The verdict on one direction in a few words. */
export function verdictBadge({ verdict }: Meeting): Markup {
  const { badge, words } = verdicts[verdict];
  return html`<span class="badge ${badge}">${words}</span>`;
}

function drawMeeting(listener: number, emitter: number, meeting: Meeting): Markup {
  const { differences } = meeting;
  return html`<section class="card meeting">
<h3 class="meeting-title">Listeners on v${listener}, emitters on v${emitter} ${verdictBadge(meeting)}</h3>
${differences.length > 0 ? html`<ul class="differences">${differences.map((difference) => differenceItem(difference, meeting))}</ul>` : html`<p class="muted small">${nothingWords(meeting)}</p>`}
</section>`;
}

function differenceItem({ message, path, type, breaking }: Meeting['differences'][number], { verdict }: Meeting): Markup {
  const kind = !breaking ? '' : verdict === 'cast' ? 'difference-cast' : 'difference-breaking';
  const word = verdict === 'cast' ? 'Left to the cast.' : 'Breaking.';
  return html`<li class="difference ${kind}">${breaking && html`<strong>${word}</strong> `}${message} <code class="difference-place" title="${type}">${path}</code></li>`;
}

function nothingWords({ verdict }: Meeting): string {
  return verdict === 'unknown' ? 'One of the two schemas cannot be read.' : 'Nothing in the shape of the payload differs.';
}
