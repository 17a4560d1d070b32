// 988 and 911 as links. Three digits on their own are read as "nine hundred …"; 988 is spelt out for who listens.

export const Crisis988 = ({ spoken }: { spoken: string }) => (
  <a class="number" href="tel:988">
    988<span class="unseen"> {spoken}</span>
  </a>
)

export const Emergency911 = () => (
  <a class="number" href="tel:911">
    911
  </a>
)
