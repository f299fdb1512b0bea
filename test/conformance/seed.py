"""Seeds a moto server with a small account that breaks the standard in known ways. Usage: seed.py ENDPOINT"""

import io
import json
import sys
import warnings
import zipfile

import boto3

warnings.filterwarnings("ignore")
options = dict(
    endpoint_url=sys.argv[1],
    region_name="us-east-1",
    aws_access_key_id="x",
    aws_secret_access_key="x",
)
iam = boto3.client("iam", **options)
ec2 = boto3.client("ec2", **options)

# Users: more than one page of any answer, one with a password and no MFA, one with both, one administrator.
for number in range(120):
    iam.create_user(UserName=f"batch-{number:03}")
iam.create_user(UserName="hanako")
iam.create_login_profile(UserName="hanako", Password="Correct-Horse-1")
iam.create_user(UserName="taro")
iam.create_login_profile(UserName="taro", Password="Correct-Horse-2")
device = iam.create_virtual_mfa_device(VirtualMFADeviceName="taro")["VirtualMFADevice"]["SerialNumber"]
iam.enable_mfa_device(UserName="taro", SerialNumber=device, AuthenticationCode1="123456", AuthenticationCode2="654321")
iam.create_user(UserName="jiro")
everything = '{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}'
policy = iam.create_policy(PolicyName="everything", PolicyDocument=everything)["Policy"]["Arn"]
iam.attach_user_policy(UserName="jiro", PolicyArn=policy)
iam.put_user_policy(UserName="taro", PolicyName="all", PolicyDocument=everything)

# What runs with a role, and a role that could misuse it, so that the scan asks for it.
needed = [
    "apprunner:UpdateService",
    "cloudformation:UpdateStack",
    "codebuild:StartBuild",
    "ecs:ExecuteCommand",
    "glue:UpdateDevEndpoint",
    "lambda:UpdateFunctionCode",
    "sagemaker:CreatePresignedNotebookInstanceUrl",
    "ssm:StartSession",
    "states:UpdateStateMachine",
]
trusted = ["cloudformation", "codebuild", "ec2", "ecs-tasks", "glue", "lambda", "sagemaker", "states", "tasks.apprunner"]


def document(**statement):
    return json.dumps({"Version": "2012-10-17", "Statement": {"Effect": "Allow", **statement}})


trust = document(Principal={"Service": [f"{name}.amazonaws.com" for name in trusted]}, Action="sts:AssumeRole")
role = iam.create_role(RoleName="worker", AssumeRolePolicyDocument=trust)["Role"]["Arn"]
iam.put_role_policy(RoleName="worker", PolicyName="detours", PolicyDocument=document(Action=needed, Resource="*"))

code = io.BytesIO()
with zipfile.ZipFile(code, "w") as archive:
    archive.writestr("index.py", "def handler(event, context): pass")
for number in range(60):
    boto3.client("lambda", **options).create_function(
        FunctionName=f"function-{number:02}",
        Runtime="python3.13",
        Role=role,
        Handler="index.handler",
        Code={"ZipFile": code.getvalue()},
        Environment={"Variables": {"PASSWORD": "hush"}},
    )
boto3.client("codebuild", **options).create_project(
    name="release",
    source={"type": "S3", "location": "bucket/path/source.zip"},
    artifacts={"type": "NO_ARTIFACTS"},
    environment={
        "type": "LINUX_CONTAINER",
        "image": "aws/codebuild/standard:7.0",
        "computeType": "BUILD_GENERAL1_SMALL",
        "environmentVariables": [{"name": "PASSWORD", "value": "hush"}],
    },
    serviceRole=role,
)
machine = '{"StartAt":"Wait","States":{"Wait":{"Type":"Wait","Seconds":1,"End":true}}}'
boto3.client("stepfunctions", **options).create_state_machine(name="orders", definition=machine, roleArn=role)
template = '{"Resources":{"Topic":{"Type":"AWS::SNS::Topic"}}}'
boto3.client("cloudformation", **options).create_stack(StackName="network", TemplateBody=template, RoleARN=role)
boto3.client("ecs", **options).create_cluster(clusterName="shop")
sagemaker = boto3.client("sagemaker", **options)
sagemaker.create_notebook_instance(NotebookInstanceName="lab", InstanceType="ml.t3.medium", RoleArn=role)
glue = boto3.client("glue", **options)
glue.create_dev_endpoint(EndpointName="etl", RoleArn=role, PublicKey="hush", Arguments={"password": "hush"})

vpc = ec2.create_vpc(CidrBlock="10.9.0.0/16")["Vpc"]["VpcId"]
subnet = ec2.create_subnet(VpcId=vpc, CidrBlock="10.9.1.0/24", AvailabilityZone="us-east-1a")["Subnet"]["SubnetId"]


def group(name, *permissions):
    created = ec2.create_security_group(GroupName=name, Description=name, VpcId=vpc)["GroupId"]
    for permission in permissions:
        ec2.authorize_security_group_ingress(GroupId=created, IpPermissions=[permission])
    return created


def tcp(first, last, *cidrs, v6=()):
    return {
        "IpProtocol": "tcp",
        "FromPort": first,
        "ToPort": last,
        "IpRanges": [{"CidrIp": cidr} for cidr in cidrs],
        "Ipv6Ranges": [{"CidrIpv6": cidr} for cidr in v6],
    }


ssh = group("ssh-open", tcp(22, 22, "0.0.0.0/0"))
group("https-open", tcp(443, 443, "0.0.0.0/0", v6=["::/0"]))
group("halves", tcp(3306, 3306, "0.0.0.0/1", "128.0.0.0/1"))
group("six", tcp(5432, 5432, v6=["::/0"]))
group("office", tcp(3389, 3389, "198.51.100.0/24"))
group("everything", {"IpProtocol": "-1", "IpRanges": [{"CidrIp": "0.0.0.0/0"}]})
# An instance, because a region without any network interface is empty; and enough groups for a second page.
image = ec2.describe_images(Owners=["amazon"])["Images"][0]["ImageId"]
ec2.run_instances(ImageId=image, MinCount=1, MaxCount=1, SubnetId=subnet, SecurityGroupIds=[ssh])
for number in range(60):
    group(f"filler-{number:02}", tcp(443, 443, "203.0.113.0/24"))

# A network with a way in: an instance with an address, one behind a load balancer, and two that something else stops.
igw = ec2.create_internet_gateway()["InternetGateway"]["InternetGatewayId"]
ec2.attach_internet_gateway(InternetGatewayId=igw, VpcId=vpc)
outside = ec2.create_subnet(VpcId=vpc, CidrBlock="10.9.2.0/24", AvailabilityZone="us-east-1a")["Subnet"]["SubnetId"]
beside = ec2.create_subnet(VpcId=vpc, CidrBlock="10.9.3.0/24", AvailabilityZone="us-east-1b")["Subnet"]["SubnetId"]
table = ec2.create_route_table(VpcId=vpc)["RouteTable"]["RouteTableId"]
ec2.create_route(RouteTableId=table, DestinationCidrBlock="0.0.0.0/0", GatewayId=igw)
for each in (outside, beside):
    ec2.associate_route_table(RouteTableId=table, SubnetId=each)


def machine(name, place, *groups, address=False):
    made = ec2.run_instances(
        ImageId=image,
        MinCount=1,
        MaxCount=1,
        SubnetId=place,
        SecurityGroupIds=groups,
        TagSpecifications=[{"ResourceType": "instance", "Tags": [{"Key": "Name", "Value": name}]}],
    )["Instances"][0]
    if address:
        allocation = ec2.allocate_address(Domain="vpc")["AllocationId"]
        ec2.associate_address(AllocationId=allocation, InstanceId=made["InstanceId"])
    return made["InstanceId"]


machine("bastion", outside, ssh, address=True)
machine("no-route", subnet, ssh, address=True)
machine("no-address", outside, ssh)
app = machine("app", subnet, group("app", tcp(8080, 8080, "10.9.0.0/16")))
elb = boto3.client("elbv2", **options)
web = group("web", tcp(443, 443, "0.0.0.0/0"))
front = elb.create_load_balancer(
    Name="front", Subnets=[outside, beside], SecurityGroups=[web], Scheme="internet-facing"
)["LoadBalancers"][0]
targets = elb.create_target_group(Name="app", Protocol="HTTP", Port=8080, VpcId=vpc)["TargetGroups"][0]
elb.register_targets(TargetGroupArn=targets["TargetGroupArn"], Targets=[{"Id": app, "Port": 8080}])
elb.create_listener(
    LoadBalancerArn=front["LoadBalancerArn"],
    Protocol="HTTP",
    Port=443,
    DefaultActions=[{"Type": "forward", "TargetGroupArn": targets["TargetGroupArn"]}],
)
