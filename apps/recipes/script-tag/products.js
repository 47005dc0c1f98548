{
  const { bus } = Busbar; // That of the tag before this script.
  const { chosen, changed } = recipe;

  recipe.mountProducts = (place) => {
    place.innerHTML = `
      <ul>
        <li><button>Add Desk lamp</button></li>
        <li><button>Add Kettle</button></li>
        <li><button>Add Wool blanket</button></li>
      </ul>
      <p>Nothing heard of a cart</p>`;
    const scope = bus.scope();
    for (const button of place.querySelectorAll('button')) {
      button.onclick = () => scope.emit(chosen, { name: button.textContent.slice('Add '.length) });
    }
    scope.on(changed, ({ data }) => {
      const count = data.lines.reduce((sum, { quantity }) => sum + quantity, 0);
      place.querySelector('p').textContent = `The cart holds ${count}`;
    });
    return () => {
      scope.dispose();
      place.replaceChildren();
    };
  };
}
