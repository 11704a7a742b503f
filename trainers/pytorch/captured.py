"""A step's passes as a CUDA graph: for small networks a card waits longer for each of 400 launches than it computes."""


class Captured:
    """The forward and backward pass of a batch of one size, recorded once and replayed. It reads its inputs from, and
    leaves its gradients in, memory of its own."""

    def __init__(self, torch, model, passes, x, y):
        self.x, self.y = x.clone(), y.clone()
        self.parameters = list(model.parameters())
        kept = [(b, b.clone()) for b in model.buffers()]  # running statistics, which rehearsals would move
        stream = torch.cuda.Stream()
        stream.wait_stream(torch.cuda.current_stream())
        with torch.cuda.stream(stream):
            for _ in range(3):  # libraries choose and allocate at first
                model.zero_grad(set_to_none=True)
                passes(self.x, self.y)
        torch.cuda.current_stream().wait_stream(stream)
        model.zero_grad(set_to_none=True)  # so that a replay writes gradients and adds to none
        self.graph = torch.cuda.CUDAGraph()
        with torch.cuda.graph(self.graph):
            self.loss = passes(self.x, self.y)
        self.gradients = [p.grad for p in self.parameters]
        for b, was in kept:
            b.copy_(was)

    def __call__(self, x, y):
        self.x.copy_(x)
        self.y.copy_(y)
        self.graph.replay()
        for p, gradient in zip(self.parameters, self.gradients):
            p.grad = gradient
        return self.loss
