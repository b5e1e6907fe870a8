import numpy as np
import torch
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.one = nn.Conv2d(1, 16, 5, padding=2)
        self.norm = nn.BatchNorm2d(16)
        self.two = nn.Conv2d(16, 32, 3, padding=1)
        self.drop = nn.Dropout(0.1)
        self.last = nn.Linear(32, 4)

    def forward(self, x):
        x = torch.relu(self.norm(self.one(x)))
        x = torch.relu(self.two(x))
        return torch.softmax(self.last(self.drop(x.amax(dim=(2, 3)))), dim=1)


def prepare(images):
    return torch.as_tensor(np.asarray(images), dtype=torch.float32)[:, None]


def fit(images, labels):
    torch.manual_seed(0)
    x, y = prepare(images), torch.as_tensor(np.asarray(labels))
    net = Net()
    epochs, size = 14, 50
    steps = torch.optim.Adam(net.parameters(), weight_decay=1e-4)
    rate = torch.optim.lr_scheduler.OneCycleLR(steps, max_lr=0.01, total_steps=epochs * (len(x) // size))
    net.train()
    for _ in range(epochs):
        order = torch.randperm(len(x))
        for rows in order.split(size):
            steps.zero_grad()
            nn.functional.cross_entropy(net(x[rows]), y[rows]).backward()
            steps.step()
            rate.step()
    return {name: value.numpy() for name, value in net.state_dict().items()}


def chances(weights, images):
    net = Net()
    net.load_state_dict({name: torch.as_tensor(np.asarray(value)) for name, value in weights.items()})
    net.eval()
    with torch.no_grad():
        return torch.softmax(net(prepare(images)), dim=1).numpy()
