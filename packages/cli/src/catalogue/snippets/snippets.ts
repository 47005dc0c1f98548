import type { CatalogueEvent, EventVersion } from '../catalogue.ts';
import { isObject } from '../schema/is-object.ts';
import { isIdentifier, literal, textLiteral } from './literal.ts';
import { samplePayload } from './sample-payload.ts';

/** How an event is emitted and heard with one framework. */
export interface Snippet {
  readonly name: string;
  readonly emit: string;
  readonly listen: string;
}

/** Names that the snippets declare themselves or that the language keeps. */
const taken =
  /^(bus|stop|emit|send|data|state|createBus|use[A-Z]\w*|inject[A-Z]\w*|console|break|case|catch|class|const|continue|debugger|default|delete|do|else|enum|export|extends|false|finally|for|function|if|import|in|instanceof|new|null|return|super|switch|this|throw|true|try|typeof|var|void|while|with|yield|let|static|implements|interface|package|private|protected|public|await)$/;

/** What the snippets of one event have in common. */
interface Parts {
  /** The line that imports the contract, if it is named as a contract. */
  readonly contracts: string;
  /** The contract as code: `cart.itemAdded`, or the event's name in quotes. */
  readonly contract: string;
  /** The payload as code, at a margin. */
  readonly payload: (margin: string) => string;
  /** An expression for something that the listener can read: `data.sku`. */
  readonly reading: string;
  readonly emitter: string;
  readonly listener: string;
  readonly isState: boolean;
}

/** Code to copy, for the core and for each framework that has an adapter. */
export function snippetsOf(event: CatalogueEvent, version: EventVersion, importFrom = './contracts.ts'): Snippet[] {
  const parts = partsOf(event, version, importFrom);
  return [core(parts), react(parts), vue(parts), angular(parts)];
}

function partsOf({ type, emitters, listeners }: CatalogueEvent, version: EventVersion, importFrom: string): Parts {
  const [domain = '', name = '', ...rest] = type.split(':');
  const isNamed = rest.length === 0 && isIdentifier(domain) && isIdentifier(name) && !taken.test(domain);
  const sample = version.examples?.[0] ?? samplePayload(version.input);
  const field = isObject(sample) ? Object.keys(sample).find(isIdentifier) : undefined;
  return {
    contracts: isNamed ? `import { ${domain} } from ${textLiteral(importFrom)};\n` : '',
    contract: isNamed ? `${domain}.${name}` : textLiteral(type),
    payload: (margin) => literal(sample, margin),
    reading: field === undefined ? 'data' : `data.${field}`,
    emitter: textLiteral(emitters[0] ?? 'my-app'),
    listener: textLiteral(listeners[0] ?? 'my-app'),
    isState: version.retain === 'latest',
  };
}

function core({ contracts, contract, payload, reading, emitter, listener }: Parts): Snippet {
  const bus = (source: string) =>
    `import { createBus } from '@busbar/core';\n${contracts}\nconst bus = createBus({ source: ${source} });\n`;
  return {
    name: 'Core',
    emit: `${bus(emitter)}\nbus.emit(${contract}, ${payload('')});`,
    listen: `${bus(listener)}\nconst stop = bus.on(${contract}, ({ data }) => {\n  console.log(${reading});\n});`,
  };
}

function react({ contracts, contract, payload, reading, isState }: Parts): Snippet {
  const listen = isState
    ? `  const state = useEventState(${contract});\n  return <output>{JSON.stringify(state)}</output>;`
    : `  useEvent(${contract}, ({ data }) => {\n    console.log(${reading});\n  });\n  return null;`;
  return {
    name: 'React',
    emit: `import { useEmit } from '@busbar/react';\n${contracts}\nexport function Emitter() {\n  const emit = useEmit(${contract});\n  const send = () =>\n    emit(${payload('    ')});\n  return <button type="button" onClick={send}>Emit</button>;\n}`,
    listen: `import { ${isState ? 'useEventState' : 'useEvent'} } from '@busbar/react';\n${contracts}\nexport function Listener() {\n${listen}\n}`,
  };
}

function vue({ contracts, contract, payload, reading, isState }: Parts): Snippet {
  const listen = isState
    ? `const state = useEventState(${contract});`
    : `useEvent(${contract}, ({ data }) => {\n  console.log(${reading});\n});`;
  return {
    name: 'Vue',
    emit: `<script setup lang="ts">\nimport { useEmit } from '@busbar/vue';\n${contracts}\nconst emit = useEmit(${contract});\nconst send = () =>\n  emit(${payload('  ')});\n</script>\n\n<template>\n  <button type="button" @click="send">Emit</button>\n</template>`,
    listen: `<script setup lang="ts">\nimport { ${isState ? 'useEventState' : 'useEvent'} } from '@busbar/vue';\n${contracts}\n${listen}\n</script>`,
  };
}

function angular({ contracts, contract, payload, reading, isState }: Parts): Snippet {
  const listen = isState
    ? `  readonly state = injectEventState(${contract});`
    : `  constructor() {\n    injectEvent(${contract}, ({ data }) => {\n      console.log(${reading});\n    });\n  }`;
  return {
    name: 'Angular',
    emit: `import { injectEmit } from '@busbar/angular';\n${contracts}\nexport class Emitter {\n  readonly emit = injectEmit(${contract});\n\n  send() {\n    this.emit(${payload('    ')});\n  }\n}`,
    listen: `import { ${isState ? 'injectEventState' : 'injectEvent'} } from '@busbar/angular';\n${contracts}\nexport class Listener {\n${listen}\n}`,
  };
}
