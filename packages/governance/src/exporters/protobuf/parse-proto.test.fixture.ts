import protobuf from 'protobufjs';

/** What protobufjs reads in a `.proto`, together with Google's own types that it may import. Throws where a name leads nowhere. */
export function parseProto(text: string): protobuf.Root {
  const root = new protobuf.Root();
  for (const file of ['google/protobuf/struct.proto', 'google/protobuf/timestamp.proto']) {
    root.addJSON(protobuf.common.get(file)?.nested ?? {});
  }
  protobuf.parse(text, root, { keepCase: true });
  root.resolveAll();
  return root;
}
