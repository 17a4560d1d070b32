// The sample page inside the embed page: puts the widget on itself, configured by its own address.
const script = document.createElement('script')
for (const [name, value] of new URLSearchParams(location.search)) script.dataset[name] = value
script.src = '../widget.js'
document.body.append(script)
