/** An app, an event or a group of events in a picture of the flow. */
export interface FlowNode {
  /** Unique in its picture: an app that emits and listens is there twice. */
  readonly id: string;
  readonly kind: 'app' | 'event' | 'domain';
  readonly label: string;
  /** What a screen reader says in the place of the label. */
  readonly description: string;
  readonly path?: string;
  /** Nodes of one group stay together below its name. */
  readonly group?: string;
  /** Drawn as what is going to leave. */
  readonly faded?: boolean;
}

/** An arrow from a column to the next. */
export interface FlowEdge {
  readonly from: string;
  readonly to: string;
}

/** Nodes in columns that events travel through from left to right. */
export interface FlowGraph {
  readonly columns: readonly { readonly title: string; readonly nodes: readonly FlowNode[] }[];
  readonly edges: readonly FlowEdge[];
}
