// A thin language host: what the Pulumi engine needs to run Node.js programs, component packages and policy packs where the official
// host, which is published only inside the CLI's archive, cannot be had. It generates no code and publishes no package.
package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"net"
	"os"
	"os/signal"
	"syscall"
	"time"

	"github.com/pulumi/pulumi/sdk/v3/go/common/util/cmdutil"
	"github.com/pulumi/pulumi/sdk/v3/go/common/util/logging"
	"github.com/pulumi/pulumi/sdk/v3/go/common/util/rpcutil"
	pulumirpc "github.com/pulumi/pulumi/sdk/v3/proto/go"
	"google.golang.org/grpc"
)

// How often the engine is asked whether it is alive. An engine that was killed takes its programs with it after at most this long,
// also where the kernel cannot tell (see watchEngine and startChild for what is faster).
const engineCheckInterval = 10 * time.Second

func main() {
	tracing := flag.String("tracing", "", "endpoint of a Zipkin-compatible tracing service, handed on to the program")
	// The log library adds its own flags, logtostderr and v, which the engine passes too.
	flag.Parse()
	logging.InitLogging(false, 0, false)

	engineAddress := flag.Arg(0)
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	if engineAddress != "" {
		if err := rpcutil.Healthcheck(ctx, engineAddress, engineCheckInterval, stop); err != nil {
			cmdutil.Exit(fmt.Errorf("cannot watch the engine at %s: %w", engineAddress, err))
		}
		go watchEngine(engineAddress, stop)
	}

	cancel := make(chan bool)
	go func() {
		<-ctx.Done()
		children.terminate()
		close(cancel)
	}()

	handle, err := rpcutil.ServeWithOptions(rpcutil.ServeOptions{
		Cancel: cancel,
		Init: func(server *grpc.Server) error {
			pulumirpc.RegisterLanguageRuntimeServer(server, &languageHost{engineAddress: engineAddress, tracing: *tracing})
			return nil
		},
		Options: rpcutil.OpenTracingServerInterceptorOptions(nil),
	})
	if err != nil {
		cmdutil.Exit(fmt.Errorf("cannot serve the language host: %w", err))
	}
	// The engine reads the port from the first line.
	fmt.Printf("%d\n", handle.Port)
	if err := <-handle.Done; err != nil {
		cmdutil.Exit(fmt.Errorf("the language host stopped serving: %w", err))
	}
}

// watchEngine ends the host as soon as the engine is gone: the engine holds the other end of stdin for as long as it lives. An end of
// file alone is not proof (whoever starts the host by hand may give it no stdin), a refused connection on top of it is.
func watchEngine(address string, stop func()) {
	_, _ = io.Copy(io.Discard, os.Stdin)
	connection, err := net.DialTimeout("tcp", address, time.Second)
	if err != nil {
		stop()
		return
	}
	_ = connection.Close()
}
