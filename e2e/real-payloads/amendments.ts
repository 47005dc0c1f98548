/**
 * One correction of the published schemas, asked for by payloads published beside them. `at` is a path below
 * `definitions`: there `optional` properties need not be present, or the whole schema becomes `instead`.
 */
export interface Amendment {
  readonly at: string;
  readonly optional?: readonly string[];
  readonly instead?: unknown;
}

const text = { type: 'string' };
const textOrNull = { type: ['string', 'null'] };

/** What has to change for the schemas to accept every payload; `findings.ts` shows that nothing here can be left out. */
export const amendments: readonly Amendment[] = [
  { at: 'repository', optional: ['is_template', 'web_commit_signoff_required', 'topics', 'visibility', 'custom_properties'] },
  { at: 'app/properties/created_at', instead: text },
  { at: 'app/properties/updated_at', instead: text },
  { at: 'code_scanning_alert$reopened/properties/alert/properties/updated_at', instead: textOrNull },
  { at: 'code_scanning_alert$reopened/properties/alert/properties/fixed_at', instead: textOrNull },
  {
    at: 'code_scanning_alert$reopened/properties/alert/properties/rule/properties/tags',
    instead: { type: 'array', items: text },
  },
  { at: 'code_scanning_alert$reopened/properties/alert/properties/rule/properties/help', instead: textOrNull },
  { at: 'deployment$created', optional: ['workflow', 'workflow_run'] },
  { at: 'discussion_comment$created', optional: ['installation'] },
  { at: 'discussion_comment$created/properties/comment', optional: ['reactions'] },
  { at: 'installation', optional: ['suspended_at', 'suspended_by'] },
  { at: 'installation_repositories$added', optional: ['requester'] },
  { at: 'issue', optional: ['active_lock_reason', 'reactions'] },
  { at: 'issue-comment', optional: ['performed_via_github_app', 'reactions'] },
  { at: 'label', optional: ['description'] },
  { at: 'ping$event/properties/hook', optional: ['deliveries_url'] },
  { at: 'pull-request', optional: ['auto_merge', 'active_lock_reason'] },
  { at: 'pull_request$opened/properties/pull_request/allOf/1', optional: ['active_lock_reason'] },
  { at: 'simple-pull-request', optional: ['draft', 'auto_merge', 'active_lock_reason'] },
  {
    at: 'pull-request-review-comment',
    optional: ['start_line', 'original_start_line', 'original_line', 'line', 'start_side', 'side', 'reactions'],
  },
  { at: 'pull_request_review_comment$created/properties/pull_request', optional: ['active_lock_reason'] },
  { at: 'release/properties/name', instead: textOrNull },
  { at: 'release/properties/body', instead: textOrNull },
  { at: 'repository-vulnerability-alert-alert', optional: ['number', 'node_id', 'state'] },
  { at: 'repository_vulnerability_alert$create/properties/alert/allOf/1', optional: ['state'] },
  { at: 'github-org/properties/avatar_url', instead: text },
  { at: 'security_advisory$published/properties/security_advisory', optional: ['cvss', 'cwes', 'cve_id'] },
  { at: 'sponsorship-tier', optional: ['is_one_time', 'is_custom_amount'] },
  { at: 'workflow-job', optional: ['run_attempt', 'created_at', 'workflow_name', 'head_branch'] },
  { at: 'workflow-run', optional: ['actor', 'triggering_actor', 'path', 'display_title'] },
  { at: 'workflow_run$completed/properties/workflow_run/allOf/1/properties/conclusion', instead: textOrNull },
];
