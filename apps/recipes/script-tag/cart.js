{
  const { bus } = Busbar; // That of the tag before this script.
  const { chosen, changed } = recipe;

  recipe.mountCart = (place) => {
    const scope = bus.scope();
    let lines = scope.latest(changed).get()?.lines ?? [];
    const draw = () => {
      const items = lines.map(({ name, quantity }) => {
        const item = document.createElement('li');
        item.textContent = `${quantity} × ${name}`;
        return item;
      });
      const list = document.createElement(items.length > 0 ? 'ul' : 'p');
      list.append(...(items.length > 0 ? items : ['Nothing yet']));
      place.replaceChildren(list);
    };
    draw();
    scope.on(chosen, ({ data: { name } }) => {
      const before = lines.find((line) => line.name === name);
      lines = before
        ? lines.map((line) => (line === before ? { name, quantity: line.quantity + 1 } : line))
        : [...lines, { name, quantity: 1 }];
      draw();
      scope.emit(changed, { lines });
    });
    return () => {
      scope.dispose();
      place.replaceChildren();
    };
  };
}
