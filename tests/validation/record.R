# Answers calls of sna and igraph on networks: Rscript record.R ASKED
# ASKED is R source that programs.py writes; each line of the output has the numbers of one answer.
suppressPackageStartupMessages({
  requireNamespace("sna")
  requireNamespace("igraph")
})

source(commandArgs(trailingOnly = TRUE)[1])

# The names that a call can use; programs.py says what each is.
names_of <- function(example) {
  at <- cbind(example$from, example$to)
  W <- matrix(0, example$n, example$n)
  W[at] <- example$strength
  if (!example$directed) W <- pmax(W, t(W))
  A <- (W != 0) * 1
  g <- igraph::make_graph(as.vector(t(at)), n = example$n, directed = example$directed)
  list(
    A = A, W = W, g = g, s = example$strength, groups = example$groups, n = example$n,
    mode = if (example$directed) "digraph" else "graph",
    cmode = if (example$directed) "directed" else "undirected"
  )
}

known <- lapply(examples, names_of)

for (one in asked) {
  said <- tryCatch(
    {
      found <- suppressWarnings(eval(one[[2]], known[[one[[1]]]], globalenv()))
      paste(sprintf("%.15g", as.numeric(found)), collapse = " ")
    },
    error = function(wrong) paste("error:", gsub("\n", " ", conditionMessage(wrong)))
  )
  cat(said, "\n", sep = "")
}
