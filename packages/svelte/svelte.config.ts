// For svelte-check, which else reads how the whole repository is built.
export default {};
